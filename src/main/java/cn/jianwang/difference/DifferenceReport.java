package cn.jianwang.difference;

import cn.jianwang.decision.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a change of the rules does to given events, for people and as JSON. The same whatever the number of threads.
 *
 * @param oldRules identity of the old rules
 * @param newRules identity of the new rules
 * @param effect   class of the whole change
 * @param edits    all edits; others refer to them by number, from 1
 * @param events   how many events were decided
 * @param changed  how many of them are decided differently
 * @param gained   pushed now and not before
 * @param lost     pushed before and not now
 * @param moved    pushed as before, under another main domain or other domains
 * @param failed   keys of events that one of the rule sets could not decide
 * @param causes   changed decisions by cause, the most frequent cause first
 * @param changes  every changed decision, in the order of the events
 */
public record DifferenceReport(Decision.ReleaseId oldRules, Decision.ReleaseId newRules, ChangeClass effect, List<Edit> edits,
                               long events, int changed, int gained, int lost, int moved, List<String> failed,
                               List<Group> causes, List<Change> changes) {

    private static final Set<Aspect> TOLD_WITH_VALUES = EnumSet.of(Aspect.档位, Aspect.领域, Aspect.移送去向, Aspect.紧急程度);

    /**
     * Changes with the same cause.
     *
     * @param sets      sets of edits, by number from 1, each of which alone causes them; empty where no cause was found
     * @param certainty how sure the cause is
     * @param effects   what changes, in words, and how often
     * @param samples   some of the changes
     */
    public record Group(List<List<Integer>> sets, Cause.Certainty certainty, int count, int gained, int lost, int moved,
                        Map<String, Integer> effects, List<Sample> samples) {
    }

    /** @param text the text around the evidence, evidence between 【 and 】 */
    public record Sample(String event, String text, List<Difference> differences) {
    }

    /** @param cause position in {@link DifferenceReport#causes}, from 1 */
    public record Change(String event, ChangeClass effect, int cause, List<Difference> differences) {
    }

    public record Difference(Aspect aspect, String before, String after) {
    }

    /** @param samples how many changes to show for each cause */
    public static DifferenceReport of(RuleEdits edits, RuleComparison.Result result, List<Cause> causes, int samples) {
        Map<Cause, List<DecisionChange>> byCause = new LinkedHashMap<>();
        for (int i = 0; i < causes.size(); i++) {
            byCause.computeIfAbsent(causes.get(i), cause -> new ArrayList<>()).add(result.changes().get(i));
        }
        List<Map.Entry<Cause, List<DecisionChange>>> groups = new ArrayList<>(byCause.entrySet());
        groups.sort(Comparator.comparingInt(group -> -group.getValue().size()));
        List<Cause> order = groups.stream().map(Map.Entry::getKey).toList();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < causes.size(); i++) {
            DecisionChange change = result.changes().get(i);
            changes.add(new Change(change.event().key(), change.effect(), order.indexOf(causes.get(i)) + 1, differences(change)));
        }
        List<DecisionChange> all = result.changes();
        return new DifferenceReport(id(edits.oldTables().version(), edits.oldTables().sha256()),
                id(edits.newTables().version(), edits.newTables().sha256()), result.effect(), edits.edits(), result.events(), all.size(),
                gained(all), lost(all), moved(all), result.failed(),
                groups.stream().map(group -> group(group.getKey(), group.getValue(), samples)).toList(), List.copyOf(changes));
    }

    private static Decision.ReleaseId id(String version, String sha256) {
        return new Decision.ReleaseId(version, sha256);
    }

    private static Group group(Cause cause, List<DecisionChange> changes, int samples) {
        Map<String, Integer> effects = new TreeMap<>(Comparator.comparingInt((String e) -> aspectOf(e).ordinal())
                .thenComparing(Comparator.naturalOrder()));
        for (DecisionChange change : changes) {
            for (Aspect aspect : change.aspects()) {
                effects.merge(effect(change, aspect), 1, Integer::sum);
            }
        }
        return new Group(cause.sets().stream().map(set -> set.stream().map(edit -> edit + 1).toList()).toList(), cause.certainty(),
                changes.size(), gained(changes), lost(changes), moved(changes), new LinkedHashMap<>(effects),
                changes.stream().limit(samples).map(DifferenceReport::sample).toList());
    }

    private static String effect(DecisionChange change, Aspect aspect) {
        if (aspect == Aspect.领域 && !ChangeClass.moved(change.before().domains(), change.after().domains())) {
            return aspect + " 次序";
        }
        return TOLD_WITH_VALUES.contains(aspect) ? aspect + " " + or(aspect.of(change.before())) + "→" + or(aspect.of(change.after()))
                : aspect.name();
    }

    private static Aspect aspectOf(String effect) {
        return Aspect.valueOf(effect.split(" ")[0]);
    }

    private static String or(String value) {
        return value.isEmpty() ? "无" : value;
    }

    private static Sample sample(DecisionChange change) {
        Decision telling = change.after().leads().isEmpty() ? change.before() : change.after();
        return new Sample(change.event().key(), Excerpt.of(change.event(), telling), differences(change));
    }

    private static List<Difference> differences(DecisionChange change) {
        return change.aspects().stream().map(a -> new Difference(a, a.of(change.before()), a.of(change.after()))).toList();
    }

    private static int gained(List<DecisionChange> changes) {
        return (int) changes.stream().filter(DecisionChange::gained).count();
    }

    private static int lost(List<DecisionChange> changes) {
        return (int) changes.stream().filter(DecisionChange::lost).count();
    }

    private static int moved(List<DecisionChange> changes) {
        return (int) changes.stream().filter(DecisionChange::moved).count();
    }
}
