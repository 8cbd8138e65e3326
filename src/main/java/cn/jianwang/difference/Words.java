package cn.jianwang.difference;

import cn.jianwang.language.Cue;
import cn.jianwang.language.Dictionary;
import cn.jianwang.language.Hit;
import cn.jianwang.language.NormalText;
import cn.jianwang.language.Polarity;
import cn.jianwang.language.Reading;
import cn.jianwang.language.Term;
import cn.jianwang.language.TextReader;
import cn.jianwang.language.TextReader.HiddenHit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The words of the lexicon that one text holds, for explanation: those that count and those that something hides. */
final class Words {

    private final Dictionary dictionary;
    private final TextReader reader;
    private final Reading reading;

    /** @param reading the text as the release read it */
    Words(Collection<Term> lexicon, Reading reading) {
        String text = reading.text().text();
        this.dictionary = Dictionary.of(lexicon.stream().filter(term -> text.contains(Wordings.piece(term.word()))).toList());
        this.reader = new TextReader(dictionary);
        this.reading = reading;
    }

    /** What stands for one of some concepts, as a person reads it; empty where nothing does. */
    List<String> of(Set<String> concepts) {
        List<String> found = new ArrayList<>();
        for (Hit hit : reader.read(null, reading.text().original()).hits()) {
            String concept = dictionary.conceptName(hit.concept());
            if (concepts.contains(concept)) {
                found.add("「" + quote(reading.text(), hit.start(), hit.end()) + "」" + why(hit));
            }
        }
        return found.stream().distinct().toList();
    }

    private static String why(Hit hit) {
        return hit.isAsserted() ? "" : "（" + (hit.polarity() == Polarity.否定 ? "被否定" : hit.modality().name()) + "）";
    }

    /** Words inside a trap or a template phrase, with what hides them. */
    List<String> hidden() {
        Set<String> cues = Arrays.stream(Cue.values()).map(Cue::name).collect(Collectors.toSet());
        return hidden(concept -> !cues.contains(concept));
    }

    /** Words of some concepts that something hides. */
    List<String> hidden(Set<String> concepts) {
        return hidden(concepts::contains);
    }

    private List<String> hidden(Predicate<String> wanted) {
        NormalText text = reading.text();
        Map<String, Set<String>> concepts = new LinkedHashMap<>();
        for (HiddenHit hidden : reader.hidden(text)) {
            String concept = dictionary.conceptName(hidden.hit().concept());
            if (wanted.test(concept)) {
                String where = "「" + quote(text, hidden.hit().start(), hidden.hit().end()) + "」在「"
                               + quote(text, hidden.mask().start(), hidden.mask().end()) + "」里，是"
                               + dictionary.conceptName(hidden.mask().concept());
                concepts.computeIfAbsent(where, w -> new LinkedHashSet<>()).add(concept);
            }
        }
        return concepts.entrySet().stream().map(e -> e.getKey() + "，不算" + join(e.getValue())).toList();
    }

    private static String quote(NormalText text, int start, int end) {
        return text.original().substring(text.originalStart(start), text.originalEnd(end));
    }

    static String join(Collection<String> items) {
        return items.stream().collect(Collectors.joining("、"));
    }
}
