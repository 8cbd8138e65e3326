package cn.jianwang.language;

/**
 * A text in the form that words are matched on, with the way back to the original.
 *
 * <p>Full-width ASCII becomes half-width, Latin letters lower case, every kind of blank a space; zero-width characters
 * and blanks between two Chinese characters vanish. Line breaks stay. Positions are UTF-16 units.
 */
public final class NormalText {

    private final String original;
    private final String text;
    private final int[] origin;

    private NormalText(String original, String text, int[] origin) {
        this.original = original;
        this.text = text;
        this.origin = origin;
    }

    public static NormalText of(String original) {
        int length = original.length();
        StringBuilder out = new StringBuilder(length);
        int[] origin = new int[length + 1];
        for (int i = 0; i < length; i++) {
            char c = fold(original.charAt(i));
            if (isZeroWidth(c) || c == ' ' && isBetweenChinese(original, i)) {
                continue;
            }
            origin[out.length()] = i;
            out.append(c);
        }
        origin[out.length()] = length;
        return new NormalText(original, out.toString(), origin);
    }

    /** The form in which a word of the lexicon is looked up. */
    static String normalise(String word) {
        return of(word.strip()).text;
    }

    public String original() {
        return original;
    }

    public String text() {
        return text;
    }

    public int length() {
        return text.length();
    }

    /** Where the unit at {@code position} of the normal text stands in the original. */
    public int originalStart(int position) {
        return origin[position];
    }

    /** The end (exclusive) in the original of a span that ends (exclusive) at {@code end} here. */
    public int originalEnd(int end) {
        return end == 0 ? 0 : Math.min(original.length(), origin[end - 1] + 1);
    }

    private static char fold(char c) {
        if (c >= '\uFF01' && c <= '\uFF5E') {
            c = (char) (c - 0xFEE0);
        }
        if (c == '\r') {
            return '\n';
        }
        if (c != '\n' && (Character.isSpaceChar(c) || Character.isWhitespace(c))) {
            return ' ';
        }
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    private static boolean isZeroWidth(char c) {
        return c == '\u200B' || c == '\u200C' || c == '\u200D' || c == '\uFEFF' || c == '\u2060';
    }

    private static boolean isBetweenChinese(String text, int at) {
        int left = at - 1;
        while (left >= 0 && isNothing(text.charAt(left))) {
            left--;
        }
        int right = at + 1;
        while (right < text.length() && isNothing(text.charAt(right))) {
            right++;
        }
        return left >= 0 && right < text.length() && isChinese(text.charAt(left)) && isChinese(text.charAt(right));
    }

    private static boolean isNothing(char c) {
        return isZeroWidth(c) || fold(c) == ' ';
    }

    static boolean isChinese(char c) {
        return c >= '\u4E00' && c <= '\u9FFF';
    }
}
