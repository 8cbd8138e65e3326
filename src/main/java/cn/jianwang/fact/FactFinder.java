package cn.jianwang.fact;

import cn.jianwang.language.Dictionary;
import cn.jianwang.language.Hit;
import cn.jianwang.language.Modality;
import cn.jianwang.language.Polarity;
import cn.jianwang.language.Quantity;
import cn.jianwang.language.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Turns the concept hits and amounts of a reading into facts. Immutable, safe for many threads. */
public final class FactFinder {

    private static final int[] NO_CONCEPTS = {};
    private static final Comparator<Fact> BY_POSITION = Comparator.comparingInt(Fact::start).thenComparing(Fact::name);

    private final List<List<Compiled>> byAnchor;
    private final List<CompiledQuantity> quantities;

    private record Compiled(FactPattern pattern, int[][] others, int[] unless) {
    }

    private record CompiledQuantity(QuantityRule rule, int[] near, int[] unless) {
    }

    public FactFinder(Dictionary dictionary, Collection<FactPattern> patterns, Collection<QuantityRule> quantities) {
        List<List<Compiled>> index = new ArrayList<>();
        for (int i = 0; i < dictionary.concepts(); i++) {
            index.add(new ArrayList<>(0));
        }
        for (FactPattern pattern : patterns) {
            List<Set<String>> groups = Stream.of(pattern.act(), pattern.object(), pattern.subject())
                    .filter(group -> !group.isEmpty()).toList();
            int[][] others = groups.stream().skip(1).map(group -> numbers(dictionary, group)).toArray(int[][]::new);
            Compiled compiled = new Compiled(pattern, others, numbers(dictionary, pattern.unless()));
            for (int concept : numbers(dictionary, groups.get(0))) {
                index.get(concept).add(compiled);
            }
        }
        this.byAnchor = List.copyOf(index);
        this.quantities = quantities.stream()
                .map(q -> new CompiledQuantity(q, numbers(dictionary, q.near()), numbers(dictionary, q.unless()))).toList();
    }

    /** The facts of a text, one per name and segment, asserted ones preferred, ordered by segment and position. */
    public List<Fact> find(Reading reading) {
        List<Map<String, Fact>> best = new ArrayList<>();
        for (int i = 0; i < reading.layout().segments(); i++) {
            best.add(new HashMap<>());
        }
        HitIndex index = new HitIndex(reading, byAnchor.size());
        for (Hit hit : reading.hits()) {
            for (Compiled compiled : byAnchor.get(hit.concept())) {
                keepBetter(best, match(compiled, hit, reading, index));
            }
        }
        for (Quantity quantity : reading.quantities()) {
            for (CompiledQuantity rule : quantities) {
                keepBetter(best, match(rule, quantity, reading, index));
            }
        }
        List<Fact> facts = new ArrayList<>();
        for (Map<String, Fact> ofSegment : best) {
            int from = facts.size();
            facts.addAll(ofSegment.values());
            facts.subList(from, facts.size()).sort(BY_POSITION);
        }
        return facts;
    }

    private static void keepBetter(List<Map<String, Fact>> best, Fact fact) {
        if (fact != null) {
            best.get(fact.segment()).merge(fact.name(), fact,
                    (old, now) -> now.isAsserted() && !old.isAsserted() ? now : old);
        }
    }

    private static Fact match(Compiled compiled, Hit anchor, Reading reading, HitIndex index) {
        FactPattern pattern = compiled.pattern;
        int[] range = range(pattern.range(), anchor, reading);
        if (index.any(compiled.unless, range[0], range[1]) != null) {
            return null;
        }
        int start = anchor.start();
        int end = anchor.end();
        Polarity polarity = anchor.polarity();
        Modality modality = anchor.modality();
        for (int[] group : compiled.others) {
            Hit other = index.nearest(group, range[0], range[1], anchor);
            if (other == null || Math.abs(other.start() - anchor.start()) > pattern.range().reach()) {
                return null;
            }
            start = Math.min(start, other.start());
            end = Math.max(end, other.end());
            polarity = other.polarity() == Polarity.否定 ? Polarity.否定 : polarity;
        }
        return new Fact(pattern.fact(), anchor.segment(), start, end,
                pattern.despiteNegation() ? Polarity.肯定 : polarity,
                pattern.despiteUnreal() && !modality.isReal() ? Modality.已然 : modality, pattern.id());
    }

    private static Fact match(CompiledQuantity compiled, Quantity quantity, Reading reading, HitIndex index) {
        QuantityRule rule = compiled.rule;
        if (quantity.kind() != rule.kind() || quantity.value() < rule.least() || quantity.value() >= rule.below()) {
            return null;
        }
        int clause = reading.clauseOf(quantity.start());
        int from = reading.layout().clauseStart(clause);
        int to = reading.layout().clauseEnd(clause);
        if (index.any(compiled.unless, from, to) != null) {
            return null;
        }
        Modality modality = Modality.已然;
        int start = quantity.start();
        int end = quantity.end();
        if (!rule.near().isEmpty()) {
            Hit near = index.any(compiled.near, from, to);
            if (near == null) {
                return null;
            }
            start = Math.min(start, near.start());
            end = Math.max(end, near.end());
            modality = near.modality();
        }
        return new Fact(rule.fact(), reading.segmentOf(quantity.start()), start, end, Polarity.肯定, modality, rule.id());
    }

    private static int[] range(FactPattern.Range range, Hit anchor, Reading reading) {
        return switch (range) {
            case 同分句 -> new int[] {reading.layout().clauseStart(anchor.clause()), reading.layout().clauseEnd(anchor.clause())};
            case 同句 -> new int[] {reading.layout().sentenceStart(anchor.sentence()), reading.layout().sentenceEnd(anchor.sentence())};
            case 邻句 -> reading.layout().neighbouringSentences(anchor.sentence(), anchor.segment());
            case 同段 -> new int[] {reading.layout().segmentStart(anchor.segment()), reading.layout().segmentEnd(anchor.segment())};
        };
    }

    private static int[] numbers(Dictionary dictionary, Set<String> concepts) {
        if (concepts.isEmpty()) {
            return NO_CONCEPTS;
        }
        return concepts.stream().mapToInt(dictionary::concept).filter(n -> n >= 0).sorted().toArray();
    }

    /** The hits of one reading by concept. */
    private static final class HitIndex {

        private final Hit[][] byConcept;

        HitIndex(Reading reading, int concepts) {
            byConcept = new Hit[concepts][];
            for (Hit hit : reading.hits()) {
                Hit[] old = byConcept[hit.concept()];
                Hit[] grown = old == null ? new Hit[1] : Arrays.copyOf(old, old.length + 1);
                grown[grown.length - 1] = hit;
                byConcept[hit.concept()] = grown;
            }
        }

        Hit any(int[] concepts, int from, int to) {
            for (int concept : concepts) {
                if (byConcept[concept] != null) {
                    for (Hit hit : byConcept[concept]) {
                        if (hit.start() >= from && hit.start() < to) {
                            return hit;
                        }
                    }
                }
            }
            return null;
        }

        /** The asserted hit nearest to the anchor; a hit that is not asserted only where there is no other. */
        Hit nearest(int[] concepts, int from, int to, Hit anchor) {
            Hit best = null;
            int bestCost = Integer.MAX_VALUE;
            for (int concept : concepts) {
                if (byConcept[concept] == null) {
                    continue;
                }
                for (Hit hit : byConcept[concept]) {
                    if (hit.start() < from || hit.start() >= to) {
                        continue;
                    }
                    int cost = Math.abs(hit.start() - anchor.start()) + (hit.polarity() == Polarity.肯定 ? 0 : 100_000);
                    if (cost < bestCost) {
                        best = hit;
                        bestCost = cost;
                    }
                }
            }
            return best;
        }
    }
}
