package cn.jianwang.engine;

import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The mechanics in plain Java, stratum by stratum: derivations to their fixed point, one pass of exclusions on what is then
 * seen, derivations again without the struck facts, leads, and the other tables.
 */
final class Oracle {

    private Oracle() {
    }

    static Findings judge(List<Row> rows, List<RuleEngine.Situation> situations) {
        List<Holds> leads = new ArrayList<>();
        List<Holds> held = new ArrayList<>();
        List<Struck> struck = new ArrayList<>();
        List<Journal.BlockedLead> blocked = new ArrayList<>();
        for (RuleEngine.Situation situation : situations) {
            int number = situation.number();
            List<Row> here = rows.stream().filter(r -> r.judgesWholeEvent() == situation.whole()).toList();
            Set<String> base = new HashSet<>(situation.facts());
            Set<Row> fired = new HashSet<>();
            Set<String> gone = new HashSet<>();
            Set<String> before = closure(here, base);
            for (Row row : here) {
                if (row.effect() instanceof Effect.Exclude exclude && row.condition().holds(before)) {
                    fired.add(row);
                    for (String fact : exclude.facts()) {
                        gone.add(fact);
                        if (base.contains(fact)) {
                            struck.add(new Struck(number, fact, row));
                        }
                    }
                }
            }
            base.removeAll(gone);
            Set<String> seen = closure(here, base);
            for (Row row : here) {
                if (!row.condition().holds(seen)) {
                    continue;
                }
                if (row.effect() instanceof Effect.Lead lead) {
                    List<Row> blockers = fired.stream()
                            .filter(b -> ((Effect.Exclude) b.effect()).leads().covers(lead.leadType(), lead.domain())).toList();
                    if (blockers.isEmpty()) {
                        leads.add(new Holds(row, number));
                    }
                    for (Row blocker : blockers) {
                        blocked.add(new Journal.BlockedLead(
                                new Blocked(number, blocker), row));
                    }
                } else if (row.isJudged()) {
                    held.add(new Holds(row, number));
                }
            }
        }
        return Findings.of(leads, held, struck, blocked);
    }

    private static Set<String> closure(List<Row> rows, Set<String> base) {
        Set<String> seen = new HashSet<>(base);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Row row : rows) {
                if (row.effect() instanceof Effect.Derive derive && row.condition().holds(seen)) {
                    grown |= seen.add(derive.fact());
                }
            }
        }
        return seen;
    }
}
