package cn.jianwang.language;

import java.util.ArrayList;
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
        List<RawHit> hits = new ArrayList<>();
        WordBoundaries words = new WordBoundaries(dictionary.segment(), text);
        dictionary.pieces().scan(text, (start, end, entries) -> {
            for (Dictionary.Entry entry : entries) {
                if (entry.pattern() != null) {
                    int clause = layout.clauseAt(start);
                    int[] span = entry.pattern().around(text, start, layout.clauseStart(clause), layout.clauseEnd(clause));
                    if (span != null) {
                        hits.add(new RawHit(entry.concept(), span[0], span[1]));
                    }
                } else if (!entry.wholeWord() || words.fit(start, end)) {
                    hits.add(new RawHit(entry.concept(), start, end));
                }
            }
        });
        hits.sort(TextReader::compare);
        return distinct(hits);
    }

    private static int compare(RawHit a, RawHit b) {
        int order = Integer.compare(a.start, b.start);
        order = order != 0 ? order : Integer.compare(a.end, b.end);
        return order != 0 ? order : Integer.compare(a.concept, b.concept);
    }

    private static List<RawHit> distinct(List<RawHit> sorted) {
        List<RawHit> distinct = new ArrayList<>(sorted.size());
        RawHit last = null;
        for (RawHit hit : sorted) {
            if (!hit.equals(last)) {
                distinct.add(hit);
            }
            last = hit;
        }
        return distinct;
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
