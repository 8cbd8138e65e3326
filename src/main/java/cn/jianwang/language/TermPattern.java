package cn.jianwang.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word with gaps ({@code …}) or numbers ({@code #}), found by its longest literal piece and verified around it.
 * Everything else in the word is literal, so a cell can never become a regular expression.
 */
final class TermPattern {

    static final char GAP = '…';
    static final char NUMBER = '#';
    static final int LONGEST_GAP = 8;
    private static final int REACH = 40;

    private final Pattern pattern;
    private final String anchor;

    private TermPattern(Pattern pattern, String anchor) {
        this.pattern = pattern;
        this.anchor = anchor;
    }

    static boolean isPlain(String word) {
        return word.indexOf(GAP) < 0 && word.indexOf(NUMBER) < 0;
    }

    /** @throws IllegalArgumentException where the word has no literal piece */
    static TermPattern of(String word) {
        StringBuilder regex = new StringBuilder();
        StringBuilder literal = new StringBuilder();
        String anchor = "";
        for (int i = 0; i <= word.length(); i++) {
            char c = i < word.length() ? word.charAt(i) : GAP;
            if (c != GAP && c != NUMBER) {
                literal.append(c);
                continue;
            }
            if (!literal.isEmpty()) {
                regex.append(Pattern.quote(literal.toString()));
                anchor = literal.length() > anchor.length() ? literal.toString() : anchor;
                literal.setLength(0);
            }
            if (i < word.length()) {
                regex.append(c == NUMBER ? ChineseNumber.REGEX : ".{0," + LONGEST_GAP + "}?");
            }
        }
        if (anchor.isBlank()) {
            throw new IllegalArgumentException("词语只有通配符");
        }
        return new TermPattern(Pattern.compile(regex.toString()), anchor);
    }

    String anchor() {
        return anchor;
    }

    /** The span {start, end} that covers the anchor at {@code at} inside the clause, or null. */
    int[] around(String text, int at, int clauseStart, int clauseEnd) {
        int from = Math.max(clauseStart, at - REACH);
        Matcher matcher = pattern.matcher(text);
        matcher.region(from, clauseEnd);
        while (matcher.find() && matcher.start() <= at) {
            if (matcher.end() >= at + anchor.length()) {
                return new int[] {matcher.start(), matcher.end()};
            }
            matcher.region(matcher.start() + 1, clauseEnd);
        }
        return null;
    }
}
