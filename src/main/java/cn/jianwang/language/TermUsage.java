package cn.jianwang.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which terms of a lexicon a text has to do with. Immutable and safe for many threads. */
public final class TermUsage {

    private final Dictionary dictionary;
    private final PieceIndex<List<Word>> pieces;

    /** @param pattern null for a plain word */
    private record Word(Term term, TermPattern pattern) {
    }

    private record Place(int concept, int start, int end) {
    }

    /** @param dictionary made of the terms */
    public TermUsage(Dictionary dictionary, Collection<Term> terms) {
        this.dictionary = dictionary;
        Map<String, List<Word>> index = new HashMap<>();
        for (Term term : terms) {
            String word = NormalText.normalise(term.word());
            TermPattern pattern = TermPattern.isPlain(word) ? null : TermPattern.of(word);
            index.computeIfAbsent(pattern == null ? word : pattern.anchor(), w -> new ArrayList<>(1)).add(new Word(term, pattern));
        }
        this.pieces = new PieceIndex<>(index);
    }

    /**
     * The terms of which some literal piece stands in the text. No other term can have a part in how the text is read: a
     * dictionary of these alone reads it alike.
     */
    public Set<Term> occurring(String text) {
        Set<Term> found = new LinkedHashSet<>();
        pieces.scan(NormalText.of(text).text(), (start, end, words) -> words.forEach(word -> found.add(word.term)));
        return found;
    }

    /** The terms that a hit of the reading rests on. */
    public Set<Term> hitting(Reading reading) {
        Set<Place> hits = new HashSet<>();
        reading.hits().forEach(hit -> hits.add(new Place(hit.concept(), hit.start(), hit.end())));
        Set<Term> found = new LinkedHashSet<>();
        String text = reading.text().text();
        pieces.scan(text, (start, end, words) -> {
            for (Word word : words) {
                int[] span = word.pattern == null ? new int[] {start, end} : around(word.pattern, start, reading);
                if (span != null && hits.contains(new Place(dictionary.concept(word.term.concept()), span[0], span[1]))) {
                    found.add(word.term);
                }
            }
        });
        return found;
    }

    private static int[] around(TermPattern pattern, int start, Reading reading) {
        int clause = reading.clauseOf(start);
        return pattern.around(reading.text().text(), start, reading.layout().clauseStart(clause), reading.layout().clauseEnd(clause));
    }
}
