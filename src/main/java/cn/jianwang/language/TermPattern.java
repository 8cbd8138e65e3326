package cn.jianwang.language;

import java.util.ArrayList;
import java.util.List;

/**
 * A word with gaps ({@code …}) or numbers ({@code #}), found by its longest literal piece and verified to both sides of
 * it, nearest pieces first. Everything else in the word is literal: a cell can never become a regular expression.
 */
final class TermPattern {

    static final char GAP = '…';
    static final char NUMBER = '#';
    static final int LONGEST_GAP = 8;
    private static final int LONGEST_NUMBER = 8;

    /** One piece: a literal, or a number where the literal is null; {@code loose} where a gap stands between it and its neighbour towards the anchor. */
    private record Piece(String literal, boolean loose) {
    }

    private final String anchor;
    private final List<Piece> left;
    private final List<Piece> right;

    private TermPattern(String anchor, List<Piece> left, List<Piece> right) {
        this.anchor = anchor;
        this.left = left;
        this.right = right;
    }

    static boolean isPlain(String word) {
        return word.indexOf(GAP) < 0 && word.indexOf(NUMBER) < 0;
    }

    /** @throws IllegalArgumentException where the word has no literal piece */
    static TermPattern of(String word) {
        List<String> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i <= word.length(); i++) {
            char c = i < word.length() ? word.charAt(i) : GAP;
            if (c != GAP && c != NUMBER) {
                literal.append(c);
                continue;
            }
            if (!literal.isEmpty()) {
                pieces.add(literal.toString());
                literal.setLength(0);
            }
            if (i < word.length()) {
                pieces.add(String.valueOf(c));
            }
        }
        int anchor = -1;
        for (int i = 0; i < pieces.size(); i++) {
            boolean isLiteral = isPlain(pieces.get(i));
            if (isLiteral && (anchor < 0 || pieces.get(i).length() > pieces.get(anchor).length())) {
                anchor = i;
            }
        }
        if (anchor < 0) {
            throw new IllegalArgumentException("词语只有通配符");
        }
        List<String> before = new ArrayList<>(pieces.subList(0, anchor));
        java.util.Collections.reverse(before);
        return new TermPattern(pieces.get(anchor), pieces(before), pieces(pieces.subList(anchor + 1, pieces.size())));
    }

    private static List<Piece> pieces(List<String> outward) {
        List<Piece> pieces = new ArrayList<>();
        boolean loose = false;
        for (String piece : outward) {
            if (piece.charAt(0) == GAP) {
                loose = true;
            } else {
                pieces.add(new Piece(piece.charAt(0) == NUMBER ? null : piece, loose));
                loose = false;
            }
        }
        return List.copyOf(pieces);
    }

    String anchor() {
        return anchor;
    }

    /** The span {start, end} around the anchor at {@code at} inside the clause, or null. */
    int[] around(String text, int at, int clauseStart, int clauseEnd) {
        int end = at + anchor.length();
        for (Piece piece : right) {
            end = after(text, end, clauseEnd, piece);
            if (end < 0) {
                return null;
            }
        }
        int start = at;
        for (Piece piece : left) {
            start = before(text, start, clauseStart, piece);
            if (start < 0) {
                return null;
            }
        }
        return new int[] {start, end};
    }

    /** Where the piece ends that begins at {@code from}, or within a gap's length behind it; -1 where there is none. */
    private static int after(String text, int from, int limit, Piece piece) {
        int farthest = piece.loose ? Math.min(from + LONGEST_GAP, limit) : from;
        for (int at = from; at <= farthest; at++) {
            if (piece.literal != null) {
                int end = at + piece.literal.length();
                if (end <= limit && text.startsWith(piece.literal, at)) {
                    return end;
                }
            } else {
                int end = at;
                while (end < limit && end - at < LONGEST_NUMBER && ChineseNumber.mayContain(text.charAt(end))) {
                    end++;
                }
                if (end > at && ChineseNumber.mayBegin(text.charAt(at))) {
                    return end;
                }
            }
        }
        return -1;
    }

    /** Where the piece starts that ends at {@code to}, or within a gap's length before it; -1 where there is none. */
    private static int before(String text, int to, int limit, Piece piece) {
        int nearest = piece.loose ? Math.max(to - LONGEST_GAP, limit) : to;
        for (int end = to; end >= nearest; end--) {
            if (piece.literal != null) {
                int at = end - piece.literal.length();
                if (at >= limit && text.startsWith(piece.literal, at)) {
                    return at;
                }
            } else {
                int at = end;
                while (at > limit && end - at < LONGEST_NUMBER && ChineseNumber.mayContain(text.charAt(at - 1))) {
                    at--;
                }
                if (at < end && ChineseNumber.mayBegin(text.charAt(at))) {
                    return at;
                }
            }
        }
        return -1;
    }
}
