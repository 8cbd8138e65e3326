package cn.jianwang.rulebook;

import cn.jianwang.rulebook.Rulebook.LeadType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * 永远轮不到 in tables of which the first row that fits is taken, and that ask for no facts: 对外回执 (for tier and
 * handoff) and 管辖表 (for lead type and county). All cases are gone through. A row for all the rest that only several
 * narrower rows together leave nothing to is no mistake.
 */
final class FirstFitCheck {

    private static final String ANY = "*";
    private static final String NONE = "";
    private static final int COUNTY_DIGITS = 6;

    private final Map<Schema, List<TableRow>> tables;
    private final Collection<LeadType> leadTypes;

    FirstFitCheck(Map<Schema, List<TableRow>> tables, Collection<LeadType> leadTypes) {
        this.tables = tables;
        this.leadTypes = leadTypes;
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        check(Schema.对外回执, "移送去向", this::receiptCases, problems);
        check(Schema.管辖表, "适用县", this::jurisdictionCases, problems);
        return problems;
    }

    /** Goes down the table; a row all of whose cases are taken by rows above is never reached. */
    private void check(Schema schema, String widest, Function<TableRow, Set<String>> casesOf, List<Problem> problems) {
        Map<String, String> taken = new HashMap<>();
        Map<String, Set<String>> above = new LinkedHashMap<>();
        for (TableRow row : tables.get(schema)) {
            if (!row.get("状态").equals(Status.正式.name())) {
                continue;
            }
            Set<String> cases = casesOf.apply(row);
            boolean forTheRest = row.get(widest).equals(ANY) && above.values().stream().noneMatch(other -> other.containsAll(cases));
            if (cases.isEmpty()) {
                problems.add(row.problem(Mistake.W03, "编号", "没有一种情形符合这一行", "删去这一行，或改适用范围"));
            } else if (taken.keySet().containsAll(cases) && !forTheRest) {
                Set<String> before = new TreeSet<>();
                cases.forEach(c -> before.add(taken.get(c)));
                problems.add(row.problem(Mistake.X02, "编号", "自上而下取第一个符合的行，这一行管的情形都先落在 "
                        + String.join("、", before) + "，永远轮不到它", "把这一行移到它们前面，或删去这一行"));
            }
            cases.forEach(c -> taken.putIfAbsent(c, row.key()));
            above.put(row.key(), cases);
        }
    }

    private Set<String> receiptCases(TableRow row) {
        List<String> tiers = row.list("档位");
        String handoff = row.get("移送去向");
        Set<String> cases = new LinkedHashSet<>();
        for (Tier tier : Tier.values()) {
            for (String code : List.of(NONE, "YS01", "YS02", "YS03", "YS04")) {
                boolean possible = tier != Tier.C || code.isEmpty();
                if (possible && (tiers.contains(ANY) || tiers.contains(tier.name())) && (handoff.equals(ANY) || handoff.equals(code))) {
                    cases.add(tier + " " + code);
                }
            }
        }
        return cases;
    }

    /** Lead types with the counties that the table names, and with no or any other county. */
    private Set<String> jurisdictionCases(TableRow row) {
        Scope scope = new Scope(row.list("适用线索"));
        List<String> counties = row.get("适用县").equals(ANY) ? counties() : List.of(county(row));
        Set<String> cases = new LinkedHashSet<>();
        leadTypes.stream().filter(type -> scope.covers(type.code(), type.domain()))
                .forEach(type -> counties.forEach(county -> cases.add(type.code() + " " + county)));
        return cases;
    }

    private List<String> counties() {
        return Stream.concat(Stream.of(NONE), tables.get(Schema.管辖表).stream().map(FirstFitCheck::county).filter(c -> !c.equals(ANY)))
                .distinct().toList();
    }

    private static String county(TableRow row) {
        String county = row.get("适用县");
        return county.length() > COUNTY_DIGITS ? county.substring(0, COUNTY_DIGITS) : county;
    }
}
