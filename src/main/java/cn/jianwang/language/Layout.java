package cn.jianwang.language;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text divides: demands (segments), sentences and clauses, each a half-open range of the normal text.
 *
 * <p>The title, where there is one, is segment 0 and {@link #hasTitle()} says so. A new segment starts at a numbered
 * item (1、 一、 ① 一是 第一个 …) or at a word that opens another demand (另外、此外、还有 …).
 */
public final class Layout {

    private static final Pattern DEMAND = Pattern.compile(
            "(?<=^|[\\n。;!?\\s:])(?:"
            + "\\d{1,2}[、.)](?!\\d)|[一二三四五六七八九十]{1,2}[、.]|[①-⑩]|\\([一二三四五六七八九十\\d]{1,2}\\)"
            + "|[一二三四五六]是(?=[^否])|其[一二三四五](?=[,:、])"
            + "|另外|另[:,]|此外|还有[一,:个就]|除此之外|同时[,]?反映|顺便)"
            + "|第[一二三四五六七八](?:个|件|点|条)(?!月|人|孩)"
            + "|(?<=[,;])(?:[二三四五六]是|[二三四五六]、)");

    /** The characters a demand can open with. */
    private static final boolean[] OPENS_DEMAND = new boolean[Character.MAX_VALUE + 1];

    static {
        "0123456789一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩(其另此还除同顺第".chars().forEach(c -> OPENS_DEMAND[c] = true);
    }

    private static final byte CLAUSE = 1;
    private static final byte SENTENCE = 2;
    private static final byte SEGMENT = 3;

    private final boolean hasTitle;
    private final int[] segmentStart;
    private final int[] sentenceStart;
    private final int[] clauseStart;
    /** The clause of every position; one more for the end of the text. */
    private final int[] clauseOf;
    private final int[] sentenceOfClause;
    private final int[] segmentOfClause;
    private final int length;

    /** @param starts what begins at every position: nothing, a clause, also a sentence, also a segment */
    private Layout(boolean hasTitle, byte[] starts) {
        this.hasTitle = hasTitle;
        this.length = starts.length;
        this.segmentStart = starts(starts, SEGMENT);
        this.sentenceStart = starts(starts, SENTENCE);
        this.clauseStart = starts(starts, CLAUSE);
        this.clauseOf = new int[length + 1];
        this.sentenceOfClause = new int[clauseStart.length];
        this.segmentOfClause = new int[clauseStart.length];
        int sentence = 0;
        int segment = 0;
        for (int clause = 0; clause < clauseStart.length; clause++) {
            int start = clauseStart[clause];
            Arrays.fill(clauseOf, start, clause + 1 < clauseStart.length ? clauseStart[clause + 1] : length + 1, clause);
            sentence += start > 0 && starts[start] >= SENTENCE ? 1 : 0;
            segment += start > 0 && starts[start] == SEGMENT ? 1 : 0;
            sentenceOfClause[clause] = sentence;
            segmentOfClause[clause] = segment;
        }
    }

    /** @param titleLength length of the title in the normal text, 0 where there is none */
    static Layout of(String text, int titleLength) {
        byte[] starts = new byte[text.length()];
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            starts[i + 1] = endsSentence(c) ? SENTENCE : endsClause(text, i) ? CLAUSE : 0;
        }
        int bodyStart = titleLength > 0 ? Math.min(text.length(), titleLength + 1) : 0;
        if (bodyStart > 0 && bodyStart < text.length()) {
            starts[bodyStart] = SEGMENT;
        }
        markDemands(text, bodyStart, starts);
        return new Layout(bodyStart > 0, starts);
    }

    private static void markDemands(String text, int bodyStart, byte[] starts) {
        Matcher demand = DEMAND.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        int at = 0;
        while (at < text.length()) {
            if (!OPENS_DEMAND[text.charAt(at)] || !demand.region(at, text.length()).lookingAt()) {
                at++;
                continue;
            }
            if (at > bodyStart) {
                starts[at] = SEGMENT;
            }
            at = demand.end();
        }
    }

    /** In characters of the normal text. */
    public int length() {
        return length;
    }

    public boolean hasTitle() {
        return hasTitle;
    }

    public int segments() {
        return segmentStart.length;
    }

    public int segmentStart(int segment) {
        return segmentStart[segment];
    }

    public int segmentEnd(int segment) {
        return end(segmentStart, segment);
    }

    public int sentences() {
        return sentenceStart.length;
    }

    public int sentenceStart(int sentence) {
        return sentenceStart[sentence];
    }

    public int sentenceEnd(int sentence) {
        return end(sentenceStart, sentence);
    }

    public int clauseStart(int clause) {
        return clauseStart[clause];
    }

    public int clauseEnd(int clause) {
        return end(clauseStart, clause);
    }

    /** From the sentence before to the sentence after, inside the segment: {start, end}. */
    public int[] neighbouringSentences(int sentence, int segment) {
        int from = sentenceStart[Math.max(0, sentence - 1)];
        int to = end(sentenceStart, Math.min(sentenceStart.length - 1, sentence + 1));
        return new int[] {Math.max(from, segmentStart(segment)), Math.min(to, segmentEnd(segment))};
    }

    int segmentAt(int position) {
        return segmentOfClause[clauseOf[position]];
    }

    int sentenceAt(int position) {
        return sentenceOfClause[clauseOf[position]];
    }

    int clauseAt(int position) {
        return clauseOf[position];
    }

    private int end(int[] starts, int index) {
        return index + 1 < starts.length ? starts[index + 1] : length;
    }

    private static int[] starts(byte[] starts, byte least) {
        int count = 1;
        for (int i = 1; i < starts.length; i++) {
            count += starts[i] >= least ? 1 : 0;
        }
        int[] found = new int[count];
        int next = 1;
        for (int i = 1; i < starts.length; i++) {
            if (starts[i] >= least) {
                found[next++] = i;
            }
        }
        return found;
    }

    private static boolean endsSentence(char c) {
        return c == '。' || c == '!' || c == '?' || c == ';' || c == '\n' || c == '…';
    }

    private static boolean endsClause(String text, int at) {
        char c = text.charAt(at);
        if (c == ',') {
            return !betweenDigits(text, at);
        }
        return c == ':' && !betweenDigits(text, at) || c == '(' || c == ')';
    }

    private static boolean betweenDigits(String text, int at) {
        return at > 0 && at + 1 < text.length() && Character.isDigit(text.charAt(at - 1))
               && Character.isDigit(text.charAt(at + 1));
    }
}
