package cn.jianwang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Versions and citations are compared day by day. */
class LegalBasisCheckTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 8;

    private static Set<String> reported(List<TableRow> rows, LocalDate today, Mistake mistake) {
        return new LegalBasisCheck(new Tables(TestRows.tables(rows)), today).problems().stream()
                .filter(problem -> problem.code().equals(mistake.name())).map(Problem::row).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String day(Random random) {
        return random.nextInt(3) == 0 ? "" : START.plusDays(random.nextInt(DAYS)).toString();
    }

    private static TableRow law(int number, String article, String from, String until, String replacedBy) {
        return TestRows.row(Schema.法律依据, number, "编号", "YJ-" + number, "法律名称", "甲法", "条", article, "施行日", from, "失效日", until,
                "替代为", replacedBy);
    }

    private static TableRow citing(String from, String until, String basis) {
        return TestRows.row(Schema.线索规则, 9, "编号", "XS-9", "状态", "正式", "生效日", from, "失效日", until, "依据", basis);
    }

    private static boolean covers(TableRow row, String from, String until, LocalDate day) {
        return (row.get(from).isEmpty() || !day.isBefore(LocalDate.parse(row.get(from))))
               && (row.get(until).isEmpty() || day.isBefore(LocalDate.parse(row.get(until))));
    }

    private static boolean meet(TableRow a, String from, TableRow b, String otherFrom) {
        return IntStream.range(-1, DAYS + 1).mapToObj(START::plusDays)
                .anyMatch(day -> covers(a, from, "失效日", day) && covers(b, otherFrom, "失效日", day));
    }

    @Property(tries = 1000)
    void versionsThatAreInForceOnTheSameDayAreReported(@ForAll long seed) {
        Random random = new Random(seed);
        List<TableRow> laws = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            laws.add(law(i, String.valueOf(random.nextInt(3)), day(random), day(random), ""));
        }
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < laws.size(); i++) {
            TableRow later = laws.get(i);
            if (laws.subList(0, i).stream().anyMatch(l -> l.get("条").equals(later.get("条")) && meet(l, "施行日", later, "施行日"))) {
                expected.add(later.key());
            }
        }
        assertThat(reported(laws, START, Mistake.X05)).as("%s", laws).isEqualTo(expected);
        Statistics.collect(!expected.isEmpty());
        Statistics.coverage(coverage -> coverage.check(true).count(n -> n > 50));
    }

    @Property(tries = 1000)
    void lawThatIsInForceOnNoDayOfTheRowIsReportedWhateverTheDay(@ForAll long seed) {
        Random random = new Random(seed);
        TableRow law = law(1, "1", day(random), day(random), "");
        TableRow row = citing(day(random), day(random), "YJ-1");
        Set<String> expected = meet(law, "施行日", row, "生效日") ? Set.of() : Set.of("XS-9");
        for (LocalDate today : List.of(START, START.plusDays(DAYS), START.plusYears(9))) {
            assertThat(reported(List.of(law, row), today, Mistake.X06)).as("%s %s", law, row).isEqualTo(expected);
        }
        Statistics.collect(expected.isEmpty());
        Statistics.coverage(coverage -> coverage.check(false).count(n -> n > 50));
    }

    @Example
    void anEndedLawIsAReminderUnlessItsReplacementIsCitedToo() {
        TableRow old = law(1, "1", "", "2026-03-01", "YJ-2");
        TableRow now = law(2, "2", "2026-03-01", "", "");
        LocalDate today = LocalDate.of(2026, 4, 1);
        assertThat(reported(List.of(old, now, citing("", "", "YJ-1")), today, Mistake.W07)).containsExactly("XS-9");
        assertThat(reported(List.of(old, now, citing("", "", "YJ-1；YJ-2")), today, Mistake.W07)).isEmpty();
        assertThat(reported(List.of(old, now, citing("", "", "YJ-1")), LocalDate.of(2026, 2, 28), Mistake.W07)).isEmpty();
    }

    @Example
    void aComingLawIsAReminderWhereNothingIsInForceYet() {
        TableRow old = law(1, "1", "", "2026-03-01", "YJ-2");
        TableRow coming = law(2, "2", "2026-03-01", "", "");
        LocalDate today = LocalDate.of(2026, 2, 1);
        assertThat(reported(List.of(old, coming, citing("", "", "YJ-2")), today, Mistake.W07)).containsExactly("XS-9");
        assertThat(reported(List.of(old, coming, citing("", "", "YJ-1；YJ-2")), today, Mistake.W07)).isEmpty();
    }
}
