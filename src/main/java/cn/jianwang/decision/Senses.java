package cn.jianwang.decision;

import cn.jianwang.event.GridEvent;
import cn.jianwang.fact.FactFinder;
import cn.jianwang.fact.FactPattern;
import cn.jianwang.fact.QuantityRule;
import cn.jianwang.language.Dictionary;
import cn.jianwang.language.Reading;
import cn.jianwang.language.TermUsage;
import cn.jianwang.language.TextReader;
import cn.jianwang.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the facts of an event by the words, patterns and amounts of a rulebook. Immutable, safe for many threads. */
final class Senses {

    private final Rulebook rulebook;
    private final Set<String> acts;
    private final Dictionary dictionary;
    private final TextReader reader;
    private final FactFinder finder;
    private final FieldFacts fields;

    /** An event on file, and the ids of patterns that threw and were passed over. */
    record Filed(CaseFile file, List<String> isolated) {
    }

    /** @param acts names of facts that say what somebody did */
    static Senses of(Rulebook rulebook, Set<String> acts) {
        Dictionary dictionary = Dictionary.of(rulebook.terms());
        return new Senses(rulebook, acts, dictionary, new TextReader(dictionary));
    }

    private Senses(Rulebook rulebook, Set<String> acts, Dictionary dictionary, TextReader reader) {
        this.rulebook = rulebook;
        this.acts = acts;
        this.dictionary = dictionary;
        this.reader = reader;
        this.finder = new FactFinder(dictionary, rulebook.patterns(), rulebook.quantities());
        this.fields = new FieldFacts(rulebook, reader, finder);
    }

    /** These, or eyes for changed rules that share with these all that the change leaves alone; the facts are the same ones. */
    Senses with(Rulebook changed) {
        if (changed.terms() != rulebook.terms()) {
            return of(changed, acts);
        }
        return changed.patterns() == rulebook.patterns() && changed.quantities() == rulebook.quantities() ? this
                : new Senses(changed, acts, dictionary, reader);
    }

    /** The same eyes for words with other patterns and amounts. */
    Senses with(List<FactPattern> patterns, List<QuantityRule> quantities) {
        return with(rulebook.withLanguage(rulebook.terms(), patterns, quantities));
    }

    CaseFile file(GridEvent event) {
        Reading reading = reader.read(event.title(), event.content() == null ? "" : event.content());
        return CaseFile.of(event, reading, finder.find(reading), fields.of(event), acts);
    }

    /** The words, looked up in texts. */
    TermUsage termUsage() {
        return new TermUsage(dictionary, rulebook.terms());
    }

    /** Files an event without the patterns that throw on it. @throws RuntimeException where no pattern is to blame */
    Filed fileWithoutThrowing(GridEvent event) {
        try {
            return new Filed(file(event), List.of());
        } catch (RuntimeException failed) {
            List<FactPattern> badPatterns = Isolation.culprits(rulebook.patterns(), some -> with(some, List.of()).files(event));
            List<FactPattern> sound = without(rulebook.patterns(), badPatterns);
            List<QuantityRule> bad = Isolation.culprits(rulebook.quantities(), some -> with(sound, some).files(event));
            if (badPatterns.isEmpty() && bad.isEmpty()) {
                throw failed;
            }
            List<String> ids = new ArrayList<>(badPatterns.stream().map(FactPattern::id).toList());
            bad.forEach(rule -> ids.add(rule.id()));
            return new Filed(with(sound, without(rulebook.quantities(), bad)).file(event), List.copyOf(ids));
        }
    }

    private boolean files(GridEvent event) {
        try {
            file(event);
            return true;
        } catch (RuntimeException itself) {
            return false;
        }
    }

    private static <T> List<T> without(List<T> all, List<T> bad) {
        Set<T> gone = new HashSet<>(bad);
        return all.stream().filter(item -> !gone.contains(item)).toList();
    }
}
