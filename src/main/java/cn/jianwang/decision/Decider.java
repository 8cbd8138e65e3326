package cn.jianwang.decision;

import cn.jianwang.event.GridEvent;
import java.util.List;
import java.util.Set;

/**
 * The deciding core: text to facts to reasons to decision, without Spring and without a database. Safe for use by many
 * threads; the same event gives the same decision under one release.
 */
public interface Decider {

    /** Decides one valid event. Never null; the result has revision 1 and an id derived from event and release. */
    Decision decide(GridEvent event);

    /** Names of the facts, derived ones included, that hold somewhere in an event; empty where a decider knows none. */
    default Set<String> factNames(GridEvent event) {
        return Set.of();
    }

    /** Decides, and tries the rows that are on trial too. Its decision is that of {@link #decide}. */
    default Verdict verdict(GridEvent event) {
        return new Verdict(decide(event), List.of(), List.of());
    }

    /** The release that decides. */
    Decision.ReleaseId release();
}
