package cn.jianwang.decision;

import cn.jianwang.event.GridEvent;
import cn.jianwang.fact.Fact;
import cn.jianwang.fact.FactFinder;
import cn.jianwang.fact.FactPattern;
import cn.jianwang.fact.QuantityRule;
import cn.jianwang.language.Dictionary;
import cn.jianwang.language.Reading;
import cn.jianwang.language.TextReader;
import cn.jianwang.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the facts of an event by one lexicon and one set of patterns. Immutable, safe for many threads. */
final class Senses {

    private final Rulebook rulebook;
    private final Dictionary dictionary;
    private final TextReader reader;
    private final List<FactPattern> patterns;
    private final List<QuantityRule> quantities;
    private final FactFinder finder;
    private final FieldFacts fields;
    private final Set<String> acts;

    /** An event on file, and the ids of patterns that threw and were passed over. */
    record Filed(CaseFile file, List<String> isolated) {
    }

    Senses(Rulebook rulebook, Dictionary dictionary, List<FactPattern> patterns, List<QuantityRule> quantities, Set<String> acts) {
        this(rulebook, dictionary, new TextReader(dictionary), patterns, quantities, acts);
    }

    private Senses(Rulebook rulebook, Dictionary dictionary, TextReader reader, List<FactPattern> patterns,
                   List<QuantityRule> quantities, Set<String> acts) {
        this.rulebook = rulebook;
        this.dictionary = dictionary;
        this.reader = reader;
        this.patterns = patterns;
        this.quantities = quantities;
        this.acts = acts;
        this.finder = new FactFinder(dictionary, patterns, quantities);
        this.fields = new FieldFacts(rulebook, reader, finder);
    }

    /** The same eyes with other patterns. */
    Senses with(List<FactPattern> somePatterns, List<QuantityRule> someQuantities) {
        return new Senses(rulebook, dictionary, reader, somePatterns, someQuantities, acts);
    }

    List<FactPattern> patterns() {
        return patterns;
    }

    List<QuantityRule> quantities() {
        return quantities;
    }

    CaseFile file(GridEvent event) {
        Reading reading = reader.read(event.title(), event.content() == null ? "" : event.content());
        return CaseFile.of(event, reading, finder.find(reading), fields.of(event), acts);
    }

    List<Fact> facts(Reading reading) {
        return finder.find(reading);
    }

    /** Files an event without the patterns that throw on it. @throws RuntimeException where no pattern is to blame */
    Filed fileWithoutThrowing(GridEvent event) {
        try {
            return new Filed(file(event), List.of());
        } catch (RuntimeException failed) {
            List<FactPattern> badPatterns = Isolation.culprits(patterns, some -> files(with(some, List.of()), event));
            List<FactPattern> soundPatterns = without(patterns, badPatterns);
            List<QuantityRule> bad = Isolation.culprits(quantities, some -> files(with(soundPatterns, some), event));
            if (badPatterns.isEmpty() && bad.isEmpty()) {
                throw failed;
            }
            List<String> ids = new ArrayList<>(badPatterns.stream().map(FactPattern::id).toList());
            bad.forEach(rule -> ids.add(rule.id()));
            return new Filed(with(soundPatterns, without(quantities, bad)).file(event), List.copyOf(ids));
        }
    }

    private static boolean files(Senses senses, GridEvent event) {
        try {
            senses.file(event);
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
