package cn.jianwang.language;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.BitSet;

/**
 * Where HanLP's words begin and end in one text. Only what is asked for is segmented, and of that only the stretch up to
 * the nearest character on either side that no word of the dictionaries reaches across: it is a word by itself on every
 * path through HanLP's word net, so the best path through the stretch is part of the best path through the text.
 */
final class WordBoundaries {

    private final Segment segment;
    private final String text;
    private final BitSet boundaries = new BitSet();
    /** Positions inside a possible word. */
    private final BitSet inside = new BitSet();
    /** Positions where a word of HanLP's dictionary may begin. */
    private final BitSet heads = new BitSet();
    private boolean surveyed;
    /** The stretch that was segmented last. */
    private int from;
    private int to;

    WordBoundaries(Segment segment, String text) {
        this.segment = segment;
        this.text = text;
    }

    /** Whether a span begins and ends where words do. */
    boolean fit(int start, int end) {
        if (!surveyed) {
            survey(CoreDictionary.trie, heads);
            survey(segment.customDictionary.dat, new BitSet());
            surveyed = true;
        }
        if (isCertain(start) && isCertain(end)) {
            return true;
        }
        if (start < from || end > to) {
            segment(start, end);
        }
        return boundaries.get(start) && boundaries.get(end);
    }

    private void survey(DoubleArrayTrie<?> words, BitSet found) {
        for (int start = 0; start < text.length(); start++) {
            int state = 1;
            for (int end = start + 1; end <= text.length(); end++) {
                state = words.transition(text.charAt(end - 1), state);
                if (state < 0) {
                    break;
                }
                if (words.output(state) != null) {
                    found.set(start);
                    inside.set(start + 1, end);
                }
            }
        }
    }

    private boolean isCertain(int position) {
        return position == 0 || position == text.length() || heads.get(position) && !inside.get(position);
    }

    private boolean standsApart(int at) {
        return heads.get(at) && !inside.get(at) && !inside.get(at + 1);
    }

    private void segment(int start, int end) {
        from = start;
        while (from > 0 && !standsApart(from)) {
            from--;
        }
        to = end;
        while (to < text.length() && !standsApart(to - 1)) {
            to++;
        }
        for (Term word : segment.seg(text.substring(from, to))) {
            boundaries.set(from + word.offset);
            boundaries.set(from + word.offset + word.word.length());
        }
    }
}
