package cn.jianwang.difference;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.GridEvent;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Delta debugging: drops ever smaller parts of the edits as long as the decision stays that of the new rules. Ends with a
 * set of which no single edit can be dropped.
 */
final class Shrinking implements AutoCloseable {

    private static final int KEPT = 16;

    private final RuleEdits edits;
    private final Release old;
    private final Release now;
    private final Mending mending;
    private int left;
    /** The rule sets used last; events that change alike ask for the same ones. */
    private final Map<BitSet, Between> built = new LinkedHashMap<>(KEPT, 0.75f, true);

    /** @param most how many rule sets may be built */
    Shrinking(RuleEdits edits, Release old, Release now, Mending mending, int most) {
        this.edits = edits;
        this.old = old;
        this.now = now;
        this.mending = mending;
        this.left = most;
    }

    Cause cause(GridEvent event, Decision expected, BitSet relevant) {
        List<Integer> set = start(event, expected, relevant);
        int parts = 2;
        while (set != null && set.size() > 1) {
            List<Integer> smaller = smaller(event, expected, set, parts);
            if (left <= 0) {
                return Cause.UNKNOWN;
            }
            if (smaller != null) {
                set = smaller;
                parts = Math.max(parts - 1, 2);
            } else if (parts >= set.size()) {
                break;
            } else {
                parts = Math.min(set.size(), parts * 2);
            }
        }
        return set == null ? Cause.UNKNOWN : new Cause(List.of(set), Cause.Certainty.不可再减);
    }

    /** The edits that can matter, with what they need to be sound; else all edits. Null where the limit is reached. */
    private List<Integer> start(GridEvent event, Decision expected, BitSet relevant) {
        BitSet set = (BitSet) relevant.clone();
        for (Problem problem = problem(set); problem != null && left > 0; problem = problem(set)) {
            Set<Integer> mends = mending.of(problem, set);
            if (mends.isEmpty()) {
                break;
            }
            mends.forEach(set::set);
        }
        for (BitSet candidate : List.of(set, edits.all())) {
            if (left > 0 && decidesLike(candidate, event, expected)) {
                return Attribution.bits(candidate);
            }
        }
        return null;
    }

    private List<Integer> smaller(GridEvent event, Decision expected, List<Integer> set, int parts) {
        for (int part = 0; part < parts && left > 0; part++) {
            List<Integer> rest = new ArrayList<>(set.subList(0, part * set.size() / parts));
            rest.addAll(set.subList((part + 1) * set.size() / parts, set.size()));
            BitSet bits = new BitSet();
            rest.forEach(bits::set);
            if (decidesLike(bits, event, expected)) {
                return rest;
            }
        }
        return null;
    }

    private Problem problem(BitSet set) {
        return between(set).problem();
    }

    private boolean decidesLike(BitSet set, GridEvent event, Decision expected) {
        Between between = between(set);
        return between.isSound() && between.decidesLike(event, expected);
    }

    private Between between(BitSet set) {
        Between known = built.get(set);
        if (known != null) {
            return known;
        }
        left--;
        Between fresh = Between.of(edits, set, old, now);
        built.put((BitSet) set.clone(), fresh);
        if (built.size() > KEPT) {
            Iterator<Between> eldest = built.values().iterator();
            eldest.next().close();
            eldest.remove();
        }
        return fresh;
    }

    @Override
    public void close() {
        built.values().forEach(Between::close);
    }
}
