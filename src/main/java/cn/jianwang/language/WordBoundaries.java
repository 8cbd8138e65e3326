package cn.jianwang.language;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.BitSet;

/** Where HanLP's words begin and end in one text; segmented only when first asked. */
final class WordBoundaries {

    private final Segment segment;
    private final String text;
    private BitSet boundaries;

    WordBoundaries(Segment segment, String text) {
        this.segment = segment;
        this.text = text;
    }

    /** Whether a span begins and ends where words do. */
    boolean fit(int start, int end) {
        if (boundaries == null) {
            boundaries = new BitSet(text.length() + 1);
            for (Term word : segment.seg(text)) {
                boundaries.set(word.offset);
                boundaries.set(word.offset + word.word.length());
            }
        }
        return boundaries.get(start) && boundaries.get(end);
    }
}
