package cn.jianwang.language;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Other.DoubleArrayTrieSegment;
import com.hankcs.hanlp.seg.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words of one rule release, ready for matching: an index of all literal pieces and a HanLP segmenter that
 * knows the whole words. Immutable after construction and safe for many threads.
 *
 * <p>HanLP merges words of its own dictionary only where its segmentation agrees (no forcing): a two-character word of
 * the lexicon must not be cut out of 供电|鱼塘.
 */
public final class Dictionary {

    private static final int FREQUENCY = 1000;

    private final PieceIndex<List<Entry>> pieces;
    private final Segment segment;
    private final Map<String, Integer> concepts;
    private final List<String> conceptNames;

    /** One way in which a literal piece leads to a concept. */
    record Entry(int concept, boolean wholeWord, TermPattern pattern) {
    }

    private Dictionary(PieceIndex<List<Entry>> pieces, Segment segment, Map<String, Integer> concepts) {
        this.pieces = pieces;
        this.segment = segment;
        this.concepts = concepts;
        this.conceptNames = List.copyOf(concepts.keySet());
    }

    /** Builds the dictionary; equal terms in any order give equal behaviour. */
    public static Dictionary of(Collection<Term> terms) {
        Map<String, Integer> concepts = new LinkedHashMap<>();
        for (Cue cue : Cue.values()) {
            concepts.put(cue.name(), concepts.size());
        }
        terms.stream().map(Term::concept).sorted().forEach(name -> concepts.putIfAbsent(name, concepts.size()));
        Map<String, List<Entry>> pieces = new HashMap<>();
        TreeMap<String, CoreDictionary.Attribute> words = new TreeMap<>();
        for (Term term : terms) {
            String word = NormalText.normalise(term.word());
            int concept = concepts.get(term.concept());
            if (TermPattern.isPlain(word)) {
                pieces.computeIfAbsent(word, w -> new ArrayList<>()).add(new Entry(concept, term.wholeWord(), null));
                if (term.wholeWord()) {
                    words.put(word, new CoreDictionary.Attribute(Nature.nz, FREQUENCY));
                }
            } else {
                TermPattern pattern = TermPattern.of(word);
                pieces.computeIfAbsent(pattern.anchor(), w -> new ArrayList<>()).add(new Entry(concept, false, pattern));
            }
        }
        return new Dictionary(new PieceIndex<>(pieces), segmenter(words), concepts);
    }

    /** Longest match over HanLP's core dictionary and the whole words: several times faster than Viterbi. */
    private static Segment segmenter(TreeMap<String, CoreDictionary.Attribute> words) {
        Segment segment = new DoubleArrayTrieSegment(CoreDictionary.trie).enablePartOfSpeechTagging(false).enableOffset(true);
        if (words.isEmpty()) {
            return segment.enableCustomDictionary(false);
        }
        DoubleArrayTrie<CoreDictionary.Attribute> trie = new DoubleArrayTrie<>();
        trie.build(words);
        return segment.enableCustomDictionary(new DynamicCustomDictionary(trie, null, null));
    }

    PieceIndex<List<Entry>> pieces() {
        return pieces;
    }

    Segment segment() {
        return segment;
    }

    /** The number of a concept, or -1 where no term belongs to it. */
    public int concept(String name) {
        return concepts.getOrDefault(name, -1);
    }

    public String conceptName(int concept) {
        return conceptNames.get(concept);
    }

    public int concepts() {
        return conceptNames.size();
    }
}
