package cn.jianwang.difference;

import cn.jianwang.decision.Trace;
import cn.jianwang.event.GridEvent;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Rulebook;
import cn.jianwang.rulebook.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which single condition keeps how many events from which lead rule: a rule of status 正式 of which an act is found and
 * of which exactly one step is missing in some part of the text, nothing forbidden being there and no exclusion standing
 * in the way. Unlike the near misses of a decision, none is left out for brevity, and facts that follow from others count
 * as found.
 *
 * @param events  how many events were looked at
 * @param failed  how many of them could not be decided
 * @param missing by what is missing, most events first
 */
public record Interceptions(long events, long failed, List<Missing> missing) {

    private static final int BATCH = 512;
    private static final String ACT = "行为";

    /**
     * One missing step.
     *
     * @param facts    the missing fact, or those of which one is missing
     * @param events   how many events lack it for at least one rule
     * @param unpushed how many of these are not pushed at all
     * @param rules    the rules that lack it, most events first
     */
    public record Missing(List<String> facts, int events, int unpushed, List<RuleCount> rules) {
    }

    /** @param samples keys of the first events */
    public record RuleCount(String rule, String name, int events, List<String> samples) {
    }

    /** One event with the rules that lack one step, by what they lack. */
    private record Near(String event, boolean pushed, Map<List<String>, Set<Row>> rules) {
    }

    /** Lead rows by the acts that they require, and exclusion rows; all of status 正式. */
    private record Rows(Map<String, List<Row>> byAct, List<Row> exclusions) {
    }

    /** Looks at every event; the answer does not depend on the number of threads. */
    public static Interceptions count(Release release, Iterator<GridEvent> events, int threads, int samples) {
        Rows rows = new Rows(byAct(release.rulebook()), release.rulebook().rows().stream()
                .filter(row -> row.effect() instanceof Effect.Exclude && row.status() == Status.正式).toList());
        Map<List<String>, Tally> tallies = new LinkedHashMap<>();
        long count = 0;
        long failed = 0;
        try (Parallel parallel = new Parallel(threads)) {
            while (events.hasNext()) {
                List<GridEvent> batch = new ArrayList<>(BATCH);
                while (events.hasNext() && batch.size() < BATCH) {
                    batch.add(events.next());
                }
                count += batch.size();
                for (List<Near> some : parallel.map(batch, event -> near(release, rows, event))) {
                    failed += some.isEmpty() ? 1 : 0;
                    some.forEach(near -> near.rules.forEach((missing, rules) ->
                            tallies.computeIfAbsent(missing, m -> new Tally()).add(near, rules, samples)));
                }
            }
        }
        List<Missing> sorted = tallies.entrySet().stream().map(e -> e.getValue().missing(e.getKey()))
                .sorted(Comparator.comparingInt((Missing m) -> -m.events()).thenComparing(m -> String.join("；", m.facts()))).toList();
        return new Interceptions(count, failed, sorted);
    }

    private static Map<String, List<Row>> byAct(Rulebook rulebook) {
        Map<String, List<Row>> byAct = new HashMap<>();
        for (Row row : rulebook.rows()) {
            if (row.effect() instanceof Effect.Lead && row.status() == Status.正式) {
                row.condition().all().stream().filter(fact -> rulebook.facts().get(fact).slot().equals(ACT))
                        .forEach(fact -> byAct.computeIfAbsent(fact, f -> new ArrayList<>()).add(row));
            }
        }
        return byAct;
    }

    /** Empty where the event could not be decided. */
    private static List<Near> near(Release release, Rows rows, GridEvent event) {
        Trace trace;
        try {
            trace = release.trace(event);
        } catch (RuntimeException cannotDecide) {
            return List.of();
        }
        Set<String> held = trace.findings().leads().stream().map(lead -> lead.row().id()).collect(Collectors.toSet());
        Map<List<String>, Set<Row>> rules = new LinkedHashMap<>();
        for (Set<String> found : trace.segments().values()) {
            List<Effect.Exclude> exclusions = rows.exclusions.stream().filter(row -> row.condition().holds(found))
                    .map(row -> (Effect.Exclude) row.effect()).toList();
            Set<String> names = new HashSet<>(found);
            exclusions.forEach(exclusion -> exclusion.facts().forEach(names::remove));
            for (String name : names) {
                for (Row row : rows.byAct.getOrDefault(name, List.of())) {
                    boolean settled = held.contains(row.id()) || row.condition().holds(found) || blocked(row, exclusions);
                    List<String> missing = settled ? List.of() : row.condition().oneStepAway(names);
                    if (!missing.isEmpty()) {
                        rules.computeIfAbsent(missing, m -> new HashSet<>()).add(row);
                    }
                }
            }
        }
        return List.of(new Near(event.key(), trace.decision().relevant(), rules));
    }

    private static boolean blocked(Row lead, List<Effect.Exclude> exclusions) {
        Effect.Lead effect = (Effect.Lead) lead.effect();
        return exclusions.stream().anyMatch(exclusion -> exclusion.leads().covers(effect.leadType(), effect.domain()));
    }

    private static final class Tally {

        private int events;
        private int unpushed;
        private final Map<Row, Integer> rules = new HashMap<>();
        private final Map<Row, List<String>> samples = new HashMap<>();

        void add(Near near, Set<Row> lacking, int most) {
            events++;
            unpushed += near.pushed ? 0 : 1;
            for (Row row : lacking) {
                rules.merge(row, 1, Integer::sum);
                List<String> shown = samples.computeIfAbsent(row, r -> new ArrayList<>());
                if (shown.size() < most) {
                    shown.add(near.event);
                }
            }
        }

        Missing missing(List<String> facts) {
            return new Missing(facts, events, unpushed, rules.entrySet().stream()
                    .sorted(Comparator.comparingInt((Map.Entry<Row, Integer> e) -> -e.getValue()).thenComparing(e -> e.getKey().order()))
                    .map(e -> new RuleCount(e.getKey().id(), e.getKey().name(), e.getValue(), List.copyOf(samples.get(e.getKey())))).toList());
        }
    }
}
