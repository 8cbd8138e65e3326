package cn.jianwang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.rulebook.Rulebook.LeadType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** A row is reported exactly where no event would be given it; a row for the rest may wait for what no row takes yet. */
class FirstFitCheckTest {

    private static final List<LeadType> LEAD_TYPES = List.of(new LeadType("T1-01", "T1", List.of(), "", "", ""),
            new LeadType("T1-02", "T1", List.of(), "", "", ""), new LeadType("T2-01", "T2", List.of(), "", "", ""));

    private static Set<String> reported(List<TableRow> rows) {
        return new FirstFitCheck(TestRows.tables(rows), LEAD_TYPES).problems().stream().map(Problem::row)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static void agrees(List<TableRow> rows, Set<String> given, Set<String> forTheRest) {
        Set<String> never = rows.stream().filter(row -> row.get("状态").equals("正式")).map(TableRow::key)
                .filter(id -> !given.contains(id) && !forTheRest.contains(id)).collect(Collectors.toCollection(TreeSet::new));
        assertThat(reported(rows)).as("%s", rows).isEqualTo(never);
        Statistics.collect(!never.isEmpty());
        Statistics.coverage(coverage -> coverage.check(true).count(n -> n > 20));
    }

    @Property(tries = 500)
    void receipts(@ForAll long seed) {
        Random random = new Random(seed);
        List<TableRow> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            rows.add(TestRows.row(Schema.对外回执, i, "编号", "HZ-" + i, "状态", random.nextInt(8) == 0 ? "试行" : "正式",
                    "档位", one(random, List.of("*", "A；B", "A；B；C；D", "C", "D")),
                    "移送去向", one(random, List.of("*", "*", "YS01", "YS04"))));
        }
        Set<String> given = new TreeSet<>();
        for (String tier : List.of("A", "B", "C", "D")) {
            for (String handoff : List.of("", "YS01", "YS02", "YS03", "YS04")) {
                if (handoff.isEmpty() || !tier.equals("C")) {
                    rows.stream().filter(row -> row.get("状态").equals("正式") && fits(row, tier, handoff)).findFirst()
                            .ifPresent(row -> given.add(row.key()));
                }
            }
        }
        Set<String> forTheRest = new TreeSet<>();
        for (TableRow row : rows) {
            boolean aloneAbove = rows.subList(0, rows.indexOf(row)).stream().filter(r -> r.get("状态").equals("正式"))
                    .anyMatch(other -> wider(other, row));
            if (row.get("移送去向").equals("*") && !aloneAbove) {
                forTheRest.add(row.key());
            }
        }
        agrees(rows, given, forTheRest);
    }

    private static boolean fits(TableRow row, String tier, String handoff) {
        return (row.list("档位").contains("*") || row.list("档位").contains(tier))
               && (row.get("移送去向").equals("*") || row.get("移送去向").equals(handoff));
    }

    /** Takes every tier and handoff that can come together and that the other takes. */
    private static boolean wider(TableRow row, TableRow other) {
        return List.of("A", "B", "C", "D").stream().allMatch(tier -> List.of("", "YS01", "YS02", "YS03", "YS04").stream()
                .allMatch(handoff -> tier.equals("C") && !handoff.isEmpty() || !fits(other, tier, handoff) || fits(row, tier, handoff)));
    }

    @Property(tries = 500)
    void jurisdictions(@ForAll long seed) {
        Random random = new Random(seed);
        List<TableRow> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            rows.add(TestRows.row(Schema.管辖表, i, "编号", "GX-" + i, "状态", "正式",
                    "适用线索", one(random, List.of("*", "T1", "T1-01", "T1-01；T1-02", "T2")),
                    "适用县", one(random, List.of("*", "330802", "330802000000", "330803"))));
        }
        Set<String> given = new TreeSet<>();
        for (LeadType type : LEAD_TYPES) {
            for (String county : List.of("未知", "330802", "330803", "330822")) {
                rows.stream().filter(row -> new Scope(row.list("适用线索")).covers(type.code(), type.domain())
                                            && (row.get("适用县").equals("*") || row.get("适用县").startsWith(county))).findFirst()
                        .ifPresent(row -> given.add(row.key()));
            }
        }
        Set<String> forTheRest = new TreeSet<>();
        for (TableRow row : rows) {
            boolean aloneAbove = rows.subList(0, rows.indexOf(row)).stream().anyMatch(other -> other.get("适用县").equals("*")
                    && LEAD_TYPES.stream().allMatch(t -> !new Scope(row.list("适用线索")).covers(t.code(), t.domain())
                                                         || new Scope(other.list("适用线索")).covers(t.code(), t.domain())));
            if (row.get("适用县").equals("*") && !aloneAbove) {
                forTheRest.add(row.key());
            }
        }
        agrees(rows, given, forTheRest);
    }
}
