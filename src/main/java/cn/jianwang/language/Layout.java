package cn.jianwang.language;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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

    private final boolean hasTitle;
    private final int[] segmentStart;
    private final int[] sentenceStart;
    private final int[] clauseStart;
    private final int length;

    private Layout(boolean hasTitle, int[] segmentStart, int[] sentenceStart, int[] clauseStart, int length) {
        this.hasTitle = hasTitle;
        this.segmentStart = segmentStart;
        this.sentenceStart = sentenceStart;
        this.clauseStart = clauseStart;
        this.length = length;
    }

    /** @param titleLength length of the title in the normal text, 0 where there is none */
    static Layout of(String text, int titleLength) {
        BitSet segments = new BitSet();
        BitSet sentences = new BitSet();
        BitSet clauses = new BitSet();
        segments.set(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (endsSentence(c)) {
                sentences.set(i + 1);
            } else if (endsClause(text, i)) {
                clauses.set(i + 1);
            }
        }
        int bodyStart = titleLength > 0 ? Math.min(text.length(), titleLength + 1) : 0;
        if (bodyStart > 0 && bodyStart < text.length()) {
            segments.set(bodyStart);
        }
        markDemands(text, bodyStart, segments);
        sentences.or(segments);
        clauses.or(sentences);
        return new Layout(bodyStart > 0, starts(segments, text.length()), starts(sentences, text.length()),
                starts(clauses, text.length()), text.length());
    }

    private static void markDemands(String text, int bodyStart, BitSet segments) {
        Matcher demand = DEMAND.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        int at = 0;
        while (at < text.length()) {
            if (!OPENS_DEMAND[text.charAt(at)] || !demand.region(at, text.length()).lookingAt()) {
                at++;
                continue;
            }
            if (at > bodyStart) {
                segments.set(at);
            }
            at = demand.end();
        }
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
        return at(segmentStart, position);
    }

    int sentenceAt(int position) {
        return at(sentenceStart, position);
    }

    int clauseAt(int position) {
        return at(clauseStart, position);
    }

    private int end(int[] starts, int index) {
        return index + 1 < starts.length ? starts[index + 1] : length;
    }

    private static int at(int[] starts, int position) {
        int found = java.util.Arrays.binarySearch(starts, position);
        return found >= 0 ? found : -found - 2;
    }

    private static int[] starts(BitSet set, int length) {
        int last = set.previousSetBit(length - 1);
        return last < 1 ? new int[1] : IntStream.concat(IntStream.of(0), set.get(1, last + 1).stream().map(i -> i + 1)).toArray();
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
