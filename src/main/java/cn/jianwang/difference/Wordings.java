package cn.jianwang.difference;

import cn.jianwang.event.GridEvent;
import cn.jianwang.language.Dictionary;
import cn.jianwang.language.NormalText;
import cn.jianwang.language.Term;
import cn.jianwang.language.TextReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which words of a lexicon can play a part in an event at all: those of which a literal piece stands somewhere in what is
 * read of it, whatever traps, word boundaries and gaps make of it. Safe for many threads.
 */
final class Wordings {

    /** Keeps pieces apart from the concepts that have a meaning of their own. */
    private static final String MARK = "\u0000";

    private final Dictionary pieces;
    private final TextReader reader;

    Wordings(Collection<String> words) {
        List<Term> terms = new ArrayList<>();
        words.forEach(word -> terms.add(new Term(piece(word), MARK + piece(word), false)));
        pieces = Dictionary.of(terms);
        reader = new TextReader(pieces);
    }

    /** The longest literal piece of a word, in normal form. */
    static String piece(String word) {
        String longest = "";
        for (String piece : NormalText.of(word.strip()).text().split("[…#]")) {
            longest = piece.length() > longest.length() ? piece : longest;
        }
        return longest;
    }

    /** The pieces that an event holds. */
    Set<String> in(GridEvent event) {
        Set<String> found = new HashSet<>();
        texts(event).forEach(text -> reader.mentions(NormalText.of(text))
                .forEach(hit -> found.add(pieces.conceptName(hit.concept()).substring(MARK.length()))));
        return found;
    }

    /** Everything of an event that is read for words of the lexicon. */
    private static Stream<String> texts(GridEvent event) {
        return Stream.concat(Stream.of(event.text()), event.handling().stream().map(GridEvent.Handling::result))
                .filter(Objects::nonNull);
    }
}
