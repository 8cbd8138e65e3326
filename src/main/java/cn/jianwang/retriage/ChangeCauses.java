package cn.jianwang.retriage;

import java.util.List;

/** Finds out which edits of the rules make decisions change. */
public interface ChangeCauses {

    /**
     * One cause.
     *
     * @param edit      the edited cells, in Chinese
     * @param changes   how many of the given changes it makes
     * @param eventKeys some of these
     */
    record Cause(String edit, long changes, List<String> eventKeys) {
    }

    /** Names no cause. */
    static ChangeCauses none() {
        return (run, changes) -> List.of();
    }

    /**
     * Causes of these changes, weightiest first; empty where none can be named.
     *
     * @param run     the run, with the release that decides now; each change carries the release that decided before
     * @param changes changes whose tier or content differs, drawn by lot
     */
    List<Cause> of(Run run, List<Change> changes);
}
