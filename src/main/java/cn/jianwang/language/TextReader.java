package cn.jianwang.language;

import java.util.ArrayList;
import java.util.Arrays;
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
        return new Reading(text, layout, assertion.judge(text.text(), layout, raw), QuantityReader.read(text.text()));
    }

    /** A hit before its assertion is known. Positions are units of the normal text, end exclusive. */
    public record RawHit(int concept, int start, int end) {
    }

    /** The concepts named in a text, without regard to how they are meant; ordered like the hits of a reading. */
    public List<RawHit> mentions(NormalText text) {
        return unmasked(find(text.text(), Layout.of(text.text(), 0)));
    }

    /** A hit that does not count, because it lies inside a trap or a template phrase. */
    public record HiddenHit(RawHit hit, RawHit mask) {
    }

    /** The hits that {@link #mentions} drops, each with the phrase that hides it. */
    public List<HiddenHit> hidden(NormalText text) {
        List<RawHit> hits = find(text.text(), Layout.of(text.text(), 0));
        List<RawHit> masks = masks(hits);
        return hits.stream().filter(hit -> isHidden(hit, masks))
                .map(hit -> new HiddenHit(hit, masks.stream().filter(mask -> isHidden(hit, List.of(mask))).findFirst().orElseThrow()))
                .toList();
    }

    private List<RawHit> find(String text, Layout layout) {
        Collector collector = new Collector(text, layout, new WordBoundaries(dictionary.segment(), text));
        dictionary.pieces().scan(text, collector);
        return collector.hits();
    }

    /**
     * Verifies what the index found and brings it into order: by start, end and concept, each hit once. A hit is one long
     * number until then, as a text has hundreds of them.
     */
    private static final class Collector implements PieceIndex.Found<List<Dictionary.Entry>> {

        private static final int BITS = 21;
        private static final int MASK = (1 << BITS) - 1;

        private final String text;
        private final Layout layout;
        private final WordBoundaries words;
        private long[] keys = new long[128];
        private int size;

        Collector(String text, Layout layout, WordBoundaries words) {
            this.text = text;
            this.layout = layout;
            this.words = words;
        }

        @Override
        public void at(int start, int end, List<Dictionary.Entry> entries) {
            for (Dictionary.Entry entry : entries) {
                if (entry.pattern() != null) {
                    int clause = layout.clauseAt(start);
                    int[] span = entry.pattern().around(text, start, layout.clauseStart(clause), layout.clauseEnd(clause));
                    if (span != null) {
                        add(span[0], span[1], entry.concept());
                    }
                } else if (!entry.wholeWord() || words.fit(start, end)) {
                    add(start, end, entry.concept());
                }
            }
        }

        private void add(int start, int end, int concept) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
            }
            keys[size++] = (long) start << 2 * BITS | (long) end << BITS | concept;
        }

        List<RawHit> hits() {
            Arrays.sort(keys, 0, size);
            List<RawHit> hits = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                if (i == 0 || keys[i] != keys[i - 1]) {
                    hits.add(new RawHit((int) keys[i] & MASK, (int) (keys[i] >> 2 * BITS), (int) (keys[i] >> BITS) & MASK));
                }
            }
            return hits;
        }
    }

    /** Drops hits that lie strictly inside a trap or a template phrase. */
    private static List<RawHit> unmasked(List<RawHit> hits) {
        List<RawHit> masks = masks(hits);
        if (!masks.isEmpty()) {
            hits.removeIf(hit -> isHidden(hit, masks));
        }
        return hits;
    }

    private static List<RawHit> masks(List<RawHit> hits) {
        List<RawHit> masks = new ArrayList<>();
        for (RawHit hit : hits) {
            if (hit.concept == Cue.词面陷阱.ordinal() || hit.concept == Cue.模板话术.ordinal()) {
                masks.add(hit);
            }
        }
        return masks;
    }

    private static boolean isHidden(RawHit hit, List<RawHit> masks) {
        for (RawHit mask : masks) {
            if (mask.start > hit.start) {
                return false;
            }
            if (hit.end <= mask.end && mask.end - mask.start > hit.end - hit.start) {
                return true;
            }
        }
        return false;
    }
}
