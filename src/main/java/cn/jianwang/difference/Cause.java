package cn.jianwang.difference;

import java.util.List;

/**
 * What makes one decision change: the smallest sets of edits that, applied to the old rules alone, decide as the new
 * rules do.
 *
 * @param sets      every such set of the smallest size, each a list of positions in {@link RuleEdits#edits()}; several
 *                  where any one of them would do. Empty where nothing was found within the limits
 * @param certainty how sure it is
 */
public record Cause(List<List<Integer>> sets, Certainty certainty) {

    /** The names are the words that reports use. */
    public enum Certainty {
        /** No smaller set decides so. */
        最少,
        /** No edit of the set can be left out, but a smaller set of other edits was not ruled out. */
        不可再减,
        /** The limits were reached before a set was found. */
        未归因
    }

    static final Cause UNKNOWN = new Cause(List.of(), Certainty.未归因);

    public Cause {
        sets = sets.stream().map(List::copyOf).toList();
    }
}
