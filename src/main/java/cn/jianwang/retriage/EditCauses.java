package cn.jianwang.retriage;

import cn.jianwang.decision.Decision;
import cn.jianwang.difference.DecisionChange;
import cn.jianwang.difference.Edit;
import cn.jianwang.difference.RuleComparison;
import cn.jianwang.difference.RuleEdits;
import cn.jianwang.event.GridEvent;
import cn.jianwang.rulebook.RulesException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names the smallest sets of edited cells between the rules that decided before and those of the run. Nothing is said of
 * changes whose old rules lie nowhere any more, or which the rules alone do not explain (an event that was changed since).
 */
public final class EditCauses implements ChangeCauses {

    private static final int MOST_KEYS = 3;
    private static final int THREADS = 2;

    private final Function<Decision.ReleaseId, Optional<Path>> folders;

    /** @param folders where the rules of a release lie; empty where they are not found */
    public EditCauses(Function<Decision.ReleaseId, Optional<Path>> folders) {
        this.folders = folders;
    }

    @Override
    public List<Cause> of(Run run, List<Change> changes) {
        Map<Decision.ReleaseId, List<GridEvent>> byOldRules = changes.stream().filter(change -> !change.before().release().equals(run.release()))
                .collect(Collectors.groupingBy(change -> change.before().release(), LinkedHashMap::new,
                        Collectors.mapping(Change::event, Collectors.toList())));
        Optional<Path> now = byOldRules.isEmpty() ? Optional.empty() : folders.apply(run.release());
        Map<String, List<String>> keysByEdit = new LinkedHashMap<>();
        now.ifPresent(newRules -> byOldRules.forEach((release, events) -> folders.apply(release)
                .ifPresent(oldRules -> attribute(oldRules, newRules, events, keysByEdit))));
        return keysByEdit.entrySet().stream()
                .map(entry -> new Cause(entry.getKey(), entry.getValue().size(), entry.getValue().stream().limit(MOST_KEYS).toList()))
                .sorted(Comparator.comparingLong(Cause::changes).reversed().thenComparing(Cause::edit)).toList();
    }

    private static void attribute(Path oldRules, Path newRules, List<GridEvent> events, Map<String, List<String>> keysByEdit) {
        RuleEdits edits = RuleEdits.between(oldRules, newRules);
        try (RuleComparison comparison = RuleComparison.of(edits, THREADS)) {
            List<DecisionChange> changed = comparison.decide(events.iterator()).changes();
            List<cn.jianwang.difference.Cause> causes = comparison.causes(changed);
            for (int i = 0; i < changed.size(); i++) {
                String edit = words(causes.get(i), edits.edits());
                keysByEdit.computeIfAbsent(edit, e -> new ArrayList<>()).add(changed.get(i).event().key());
            }
        } catch (RulesException unsound) {
            // rules of another time that this program no longer takes: nothing is said of their changes
        }
    }

    private static String words(cn.jianwang.difference.Cause cause, List<Edit> edits) {
        if (cause.sets().isEmpty()) {
            return cause.certainty().name();
        }
        return cause.sets().stream().map(set -> set.stream().map(edit -> edits.get(edit).toString()).collect(Collectors.joining(" ＋ ")))
                .collect(Collectors.joining("；或 "));
    }
}
