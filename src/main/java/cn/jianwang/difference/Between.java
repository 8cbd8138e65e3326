package cn.jianwang.difference;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.GridEvent;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.Problem;
import cn.jianwang.rulebook.RulebookReader;
import java.util.BitSet;

/** One rule set between the old and the new one: the old rules after some edits. */
final class Between implements AutoCloseable {

    private final Problem problem;
    private final Release release;

    private Between(Problem problem, Release release) {
        this.problem = problem;
        this.release = release;
    }

    static Between of(RuleEdits edits, BitSet applied, Release old, Release now) {
        RulebookReader.Result result = edits.after(applied).inspect();
        if (!result.isSound()) {
            return new Between(result.problems().get(0), null);
        }
        boolean newMechanics = edits.mechanics() != Slot.NONE && applied.get(edits.mechanics());
        return new Between(null, (newMechanics ? now : old).variant(result.rulebook()));
    }

    boolean isSound() {
        return problem == null;
    }

    /** The first thing wrong with it, or null. */
    Problem problem() {
        return problem;
    }

    /** Whether it decides an event as was decided before; a rule set that cannot decide it does not. */
    boolean decidesLike(GridEvent event, Decision expected) {
        try {
            return Aspect.changed(release.decide(event), expected).isEmpty();
        } catch (RuntimeException cannotDecide) {
            return false;
        }
    }

    @Override
    public void close() {
        if (release != null) {
            release.close();
        }
    }
}
