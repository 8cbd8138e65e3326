package cn.jianwang.language;

import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Applies a {@link Dictionary} to texts. Safe for many threads. */
public final class TextReader {

    private final Dictionary dictionary;
    private final Assertion assertion;

    public TextReader(Dictionary dictionary) {
        this.dictionary = dictionary;
        this.assertion = new Assertion(dictionary);
    }

    /**
     * Reads a text.
     *
     * @param title nullable or blank where there is none; otherwise the text is {@code title + "\n" + content}
     */
    public Reading read(String title, String content) {
        boolean titled = title != null && !title.isBlank();
        String original = titled ? title + "\n" + content : content;
        NormalText text = NormalText.of(original);
        int titleLength = titled ? NormalText.of(title).length() : 0;
        Layout layout = Layout.of(text.text(), titleLength);
        List<RawHit> raw = unmasked(find(text.text(), layout));
        return new Reading(text, layout, assertion.judge(layout, raw), QuantityReader.read(text.text()));
    }

    /** A hit before its assertion is known. */
    record RawHit(int concept, int start, int end) {
    }

    private List<RawHit> find(String text, Layout layout) {
        List<RawHit> hits = new ArrayList<>();
        BitSet[] boundaries = new BitSet[1];
        dictionary.trie().parseText(text, (begin, end, entries) -> {
            for (Dictionary.Entry entry : entries) {
                if (entry.pattern() != null) {
                    int clause = layout.clauseAt(begin);
                    int[] span = entry.pattern().around(text, begin, layout.clauseStart(clause), layout.clauseEnd(clause));
                    if (span != null) {
                        hits.add(new RawHit(entry.concept(), span[0], span[1]));
                    }
                } else if (!entry.wholeWord() || standsAlone(text, begin, end, boundaries)) {
                    hits.add(new RawHit(entry.concept(), begin, end));
                }
            }
        });
        hits.sort(Comparator.comparingInt(RawHit::start).thenComparingInt(RawHit::end).thenComparingInt(RawHit::concept));
        List<RawHit> distinct = new ArrayList<>(hits.size());
        RawHit last = null;
        for (RawHit hit : hits) {
            if (!hit.equals(last)) {
                distinct.add(hit);
                last = hit;
            }
        }
        return distinct;
    }

    private boolean standsAlone(String text, int begin, int end, BitSet[] boundaries) {
        if (boundaries[0] == null) {
            BitSet found = new BitSet(text.length() + 1);
            for (Term word : dictionary.segment().seg(text)) {
                found.set(word.offset);
                found.set(word.offset + word.word.length());
            }
            boundaries[0] = found;
        }
        return boundaries[0].get(begin) && boundaries[0].get(end);
    }

    /** Drops hits that lie strictly inside a trap or a template phrase. */
    private static List<RawHit> unmasked(List<RawHit> hits) {
        List<RawHit> masks = hits.stream()
                .filter(h -> h.concept == Cue.词面陷阱.ordinal() || h.concept == Cue.模板话术.ordinal()).toList();
        if (masks.isEmpty()) {
            return hits;
        }
        return hits.stream().filter(h -> masks.stream().noneMatch(mask -> hides(mask, h))).toList();
    }

    private static boolean hides(RawHit mask, RawHit hit) {
        return mask.start <= hit.start && hit.end <= mask.end && mask.end - mask.start > hit.end - hit.start;
    }
}
