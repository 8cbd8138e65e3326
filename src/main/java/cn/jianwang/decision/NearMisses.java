package cn.jianwang.decision;

import cn.jianwang.decision.Decision.NearMiss;
import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Rulebook;
import cn.jianwang.rulebook.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lead rows that lacked one step. */
final class NearMisses {

    private static final int MOST = 5;

    private final Map<String, List<Row>> byFact = new HashMap<>();

    /** @param acts names of facts that say what somebody did: only these make a row worth mentioning */
    NearMisses(Rulebook rulebook, Set<String> acts) {
        for (Row row : rulebook.rows()) {
            if (row.effect() instanceof Effect.Lead && row.status() == Status.正式) {
                row.condition().all().stream().filter(acts::contains)
                        .forEach(fact -> byFact.computeIfAbsent(fact, f -> new ArrayList<>()).add(row));
            }
        }
    }

    /** @param held ids of rows that did hold */
    List<NearMiss> of(CaseFile file, Set<String> held) {
        Map<Integer, NearMiss> found = new TreeMap<>();
        for (CaseFile.SegmentFacts segment : file.segments()) {
            Set<String> names = file.names(segment);
            for (String name : segment.facts().keySet()) {
                for (Row row : byFact.getOrDefault(name, List.of())) {
                    if (held.contains(row.id()) || found.containsKey(row.order())) {
                        continue;
                    }
                    List<String> missing = row.condition().oneStepAway(names);
                    if (!missing.isEmpty()) {
                        found.put(row.order(), new NearMiss(row.id(), missing));
                    }
                }
            }
        }
        return found.values().stream().sorted(Comparator.comparingInt(n -> n.missing().size())).limit(MOST).toList();
    }
}
