package cn.jianwang.language;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.BitSet;

/**
 * Where HanLP's words begin and end in one text. Only the stretches between punctuation marks that are asked for are
 * segmented. A mark between two Chinese characters is a word by itself on every path through HanLP's word net, so the
 * best path through a stretch with its two marks is part of the best path through the text.
 */
final class WordBoundaries {

    private static final String MARKS = ",。!?;\n";

    private final Segment segment;
    private final String text;
    private final BitSet boundaries;
    /** The stretch that was segmented last. */
    private int from;
    private int to;

    WordBoundaries(Segment segment, String text) {
        this.segment = segment;
        this.text = text;
        this.boundaries = new BitSet(text.length() + 1);
    }

    /** Whether a span begins and ends where words do. */
    boolean fit(int start, int end) {
        if (start < from || end > to) {
            segment(start, end);
        }
        return boundaries.get(start) && boundaries.get(end);
    }

    private void segment(int start, int end) {
        from = start;
        while (from > 0 && !isCut(from)) {
            from--;
        }
        to = end;
        while (to < text.length() && !isCut(to - 1)) {
            to++;
        }
        for (Term word : segment.seg(text.substring(from, to))) {
            boundaries.set(from + word.offset);
            boundaries.set(from + word.offset + word.word.length());
        }
    }

    private boolean isCut(int at) {
        return MARKS.indexOf(text.charAt(at)) >= 0 && at > 0 && at + 1 < text.length()
               && NormalText.isChinese(text.charAt(at - 1)) && NormalText.isChinese(text.charAt(at + 1));
    }
}
