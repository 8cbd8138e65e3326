package cn.jianwang.fact;

import java.util.Set;

/**
 * How words become a fact: at least one concept of every non-empty group within the range, and none of {@code unless}.
 * The three groups are a reading aid; the act, or else the object, or else the subject, is what the range hangs on.
 *
 * @param despiteNegation the fact stands although a word of it is negated
 * @param despiteUnreal   the fact stands although it is only asked, supposed or told as publicity (intents)
 */
public record FactPattern(String id, String fact, Set<String> subject, Set<String> act, Set<String> object,
                          Set<String> unless, Range range, boolean despiteNegation, boolean despiteUnreal) {

    /** How far apart the words of a pattern may stand. The names are the words of the rule files. */
    public enum Range {
        同分句(REACH), 同句(REACH), 邻句(REACH), 同段(Integer.MAX_VALUE);

        private final int reach;

        Range(int reach) {
            this.reach = reach;
        }

        /** How many characters may lie between the starts of two words. */
        int reach() {
            return reach;
        }
    }

    /**
     * Many letters know no full stop: what stands further apart than a long sentence does not belong together, wherever
     * the writer ended it.
     */
    private static final int REACH = 60;
}
