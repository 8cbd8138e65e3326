package cn.jianwang.difference;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.GridEvent;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.RuleTables;
import cn.jianwang.rulebook.RulebookReader;
import cn.jianwang.rulebook.RulesException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Two rule sets side by side, ready to decide. Close it when done. */
public final class RuleComparison implements AutoCloseable {

    /** Events held in memory at once; changed ones are kept. */
    private static final int BATCH = 512;

    private final RuleEdits edits;
    private final Release old;
    private final Release now;
    private final Parallel parallel;

    private RuleComparison(RuleEdits edits, Release old, Release now, int threads) {
        this.edits = edits;
        this.old = old;
        this.now = now;
        this.parallel = new Parallel(threads);
    }

    /**
     * What came of deciding events under both rule sets.
     *
     * @param events  how many events were decided
     * @param changes those decided differently, in the order of the events
     * @param failed  keys of events that one of the rule sets could not decide, in the order of the events
     */
    public record Result(long events, List<DecisionChange> changes, List<String> failed) {

        public Result {
            changes = List.copyOf(changes);
            failed = List.copyOf(failed);
        }

        /** The class of the whole change on these events. */
        public ChangeClass effect() {
            return changes.stream().map(DecisionChange::effect).reduce(ChangeClass.修订, (a, b) -> a.compareTo(b) >= 0 ? a : b);
        }
    }

    /**
     * Loads both rule sets.
     *
     * @throws RulesException with every problem of the first rule set that is not sound
     */
    public static RuleComparison of(RuleEdits edits, int threads) {
        return new RuleComparison(edits, release(edits.oldFolder(), edits.oldTables()),
                release(edits.newFolder(), edits.newTables()), threads);
    }

    private static Release release(Path folder, RuleTables tables) {
        RulebookReader.Result result = tables.inspect();
        if (!result.isSound()) {
            throw new RulesException(result.problems());
        }
        return Release.of(folder, result.rulebook());
    }

    public RuleEdits edits() {
        return edits;
    }

    /** Decides every event under both rule sets; the answer does not depend on the number of threads. */
    public Result decide(Iterator<GridEvent> events) {
        List<DecisionChange> changes = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        long count = 0;
        while (events.hasNext()) {
            List<GridEvent> batch = new ArrayList<>(BATCH);
            while (events.hasNext() && batch.size() < BATCH) {
                batch.add(events.next());
            }
            count += batch.size();
            for (Outcome outcome : parallel.map(batch, this::compare)) {
                if (outcome.failed != null) {
                    failed.add(outcome.failed);
                } else if (outcome.change != null) {
                    changes.add(outcome.change);
                }
            }
        }
        return new Result(count, changes, failed);
    }

    /** The cause of each change, in their order. */
    public List<Cause> causes(List<DecisionChange> changes) {
        return causes(changes, Attribution.Limits.USUAL);
    }

    List<Cause> causes(List<DecisionChange> changes, Attribution.Limits limits) {
        return changes.isEmpty() ? List.of() : new Attribution(edits, old, now, limits).causes(changes, parallel);
    }

    /** A change, or the key of an event that could not be decided; neither where nothing changed. */
    private record Outcome(DecisionChange change, String failed) {
    }

    private Outcome compare(GridEvent event) {
        try {
            Decision before = old.decide(event);
            Decision after = now.decide(event);
            List<Aspect> aspects = Aspect.changed(before, after);
            return new Outcome(aspects.isEmpty() ? null : new DecisionChange(event, before, after, aspects), null);
        } catch (RuntimeException cannotDecide) {
            return new Outcome(null, Objects.requireNonNull(event.key()));
        }
    }

    @Override
    public void close() {
        parallel.close();
        old.close();
        now.close();
    }
}
