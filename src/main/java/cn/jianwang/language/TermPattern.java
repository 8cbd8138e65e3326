package cn.jianwang.language;

/**
 * A word with gaps ({@code …}) or numbers ({@code #}), found by its longest literal piece and verified around it.
 * Everything else in the word is literal. Gaps are as short, numbers as long as they can be.
 */
final class TermPattern {

    static final char GAP = '…';
    static final char NUMBER = '#';
    static final int LONGEST_GAP = 8;
    private static final int LONGEST_NUMBER = 12;
    private static final int NONE = -1;

    private final String word;
    private final String anchor;
    /** How many characters before the anchor the word can begin. */
    private final int reach;

    private TermPattern(String word, String anchor) {
        this.word = word;
        this.anchor = anchor;
        int before = 0;
        for (char c : word.substring(0, word.indexOf(anchor)).toCharArray()) {
            before += c == GAP ? LONGEST_GAP : c == NUMBER ? LONGEST_NUMBER : 1;
        }
        this.reach = before;
    }

    static boolean isPlain(String word) {
        return word.indexOf(GAP) < 0 && word.indexOf(NUMBER) < 0;
    }

    /** @throws IllegalArgumentException where the word has no literal piece */
    static TermPattern of(String word) {
        String anchor = "";
        for (String piece : word.split("[" + GAP + NUMBER + "]")) {
            anchor = piece.length() > anchor.length() ? piece : anchor;
        }
        if (anchor.isBlank()) {
            throw new IllegalArgumentException("词语只有通配符");
        }
        return new TermPattern(word, anchor);
    }

    String anchor() {
        return anchor;
    }

    /** The first span {start, end} that covers the anchor at {@code at} inside the clause, or null. */
    int[] around(String text, int at, int clauseStart, int clauseEnd) {
        char first = word.charAt(0);
        for (int start = Math.max(clauseStart, at - reach); start <= at; start++) {
            if (first == text.charAt(start) || first == GAP || first == NUMBER) {
                int end = match(0, text, start, clauseEnd);
                if (end >= at + anchor.length()) {
                    return new int[] {start, end};
                }
            }
        }
        return null;
    }

    /** The end of the match of the word from its character {@code from} on, or {@link #NONE}. */
    private int match(int from, String text, int start, int limit) {
        int at = start;
        for (int i = from; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == GAP) {
                return afterGap(i + 1, text, at, limit);
            }
            if (c == NUMBER) {
                return afterNumber(i + 1, text, at, limit);
            }
            if (at >= limit || text.charAt(at) != c) {
                return NONE;
            }
            at++;
        }
        return at;
    }

    private int afterGap(int from, String text, int start, int limit) {
        for (int at = start; at <= limit && at <= start + LONGEST_GAP; at++) {
            int end = match(from, text, at, limit);
            if (end != NONE) {
                return end;
            }
            if (at < limit && isLineEnd(text.charAt(at))) {
                return NONE;
            }
        }
        return NONE;
    }

    private int afterNumber(int from, String text, int start, int limit) {
        for (int at = ChineseNumber.runEnd(text, start, limit); at > start; at--) {
            int end = match(from, text, at, limit);
            if (end != NONE && ChineseNumber.is(text, start, at)) {
                return end;
            }
        }
        return NONE;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\u0085';
    }
}
