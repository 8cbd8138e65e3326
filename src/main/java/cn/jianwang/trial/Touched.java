package cn.jianwang.trial;

import cn.jianwang.decision.CaseFile;
import cn.jianwang.event.GridEvent;
import cn.jianwang.language.Term;
import cn.jianwang.language.TermUsage;
import cn.jianwang.rulebook.Condition;
import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Rulebook;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the trials whose outcome a mutant can change at all. It may name too many, never too few.
 *
 * <p>Why the others cannot change: the engine only ever sees facts out of what {@link #visible} gives, which is the facts of
 * the text with all that could follow from them if no 不得有 stood in the way; exclusions only take away. A row that can
 * hold on no part of that neither holds nor is looked at, with or without the item; an item of 不得有 that is not visible
 * forbids nothing; a way to a fact that no kept fact came from lost against another one; a word whose letters do not
 * stand in the text has no part in its reading. Near misses alone look at rows that do not hold, so cases that expect
 * one are always tried for lead rows.
 */
final class Touched {

    private final List<Row> deriving;
    private final int count;
    private final Map<String, BitSet> ofSegments = new HashMap<>();
    private final Map<String, BitSet> ofWhole = new HashMap<>();
    private final Map<String, BitSet> bySource = new HashMap<>();
    private final Map<Term, BitSet> byTerm = new HashMap<>();
    private final Map<String, BitSet> examplesOf = new HashMap<>();
    private final BitSet cases = new BitSet();
    private final BitSet conditionExamples = new BitSet();
    private final BitSet expectNearMisses = new BitSet();
    /** Fields whose facts carry no source. */
    private final BitSet withFields = new BitSet();

    Touched(Rulebook rulebook, TermUsage usage, List<FiledTrial> trials) {
        this.deriving = rulebook.rows().stream().filter(row -> row.effect() instanceof Effect.Derive).toList();
        this.count = trials.size();
        for (int i = 0; i < count; i++) {
            add(i, trials.get(i), usage);
        }
    }

    private void add(int number, FiledTrial filed, TermUsage usage) {
        CaseFile file = filed.file();
        if (filed.trial() instanceof CaseTrial testCase) {
            cases.set(number);
            expectNearMisses.set(number, testCase.expectsNearMisses());
        } else if (filed.trial() instanceof ExampleTrial example) {
            mark(examplesOf, example.id(), number);
            conditionExamples.set(number, example.triesCondition());
        }
        Set<String> inSegments = new HashSet<>();
        file.segments().forEach(segment -> inSegments.addAll(visible(file.names(segment))));
        inSegments.forEach(fact -> mark(ofSegments, fact, number));
        visible(file.allNames()).forEach(fact -> mark(ofWhole, fact, number));
        file.facts().forEach(fact -> mark(bySource, fact.source(), number));
        GridEvent event = file.event();
        withFields.set(number, !event.handling().isEmpty() || event.personCount() != null || event.amount() != null);
        usage.occurring(file.reading().text().original()).forEach(term -> mark(byTerm, term, number));
        event.handling().stream().filter(step -> step.result() != null)
                .forEach(step -> usage.occurring(step.result()).forEach(term -> mark(byTerm, term, number)));
    }

    private static <K> void mark(Map<K, BitSet> index, K key, int number) {
        index.computeIfAbsent(key, k -> new BitSet()).set(number);
    }

    /** The facts with all that could follow from them. */
    private Set<String> visible(Collection<String> facts) {
        Set<String> visible = new HashSet<>(facts);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Row row : deriving) {
                Condition condition = row.condition();
                if (visible.containsAll(condition.all())
                    && (condition.any().isEmpty() || condition.any().stream().anyMatch(visible::contains))) {
                    grown |= visible.add(((Effect.Derive) row.effect()).fact());
                }
            }
        }
        return visible;
    }

    /** Numbers of the trials that a mutant can change; the examples of a row that is gone are gone with it. */
    BitSet by(Mutant mutant) {
        if (mutant instanceof Mutant.RowGone gone) {
            return without(inSight(gone.old(), mightHold(gone.old(), gone.old().condition())), examplesOf.get(gone.row()));
        } else if (mutant instanceof Mutant.LiteralGone gone) {
            return inSight(gone.old(), differing(gone));
        } else if (mutant instanceof Mutant.TermGone gone) {
            return copy(byTerm.get(gone.old()));
        }
        BitSet touched = copy(bySource.get(mutant.row()));
        touched.or(withFields);
        return without(touched, examplesOf.get(mutant.row()));
    }

    /** Words of which a piece stands in the text of a trial. */
    Set<Term> termsOf(BitSet trials) {
        Set<Term> terms = new HashSet<>();
        byTerm.forEach((term, where) -> {
            if (where.intersects(trials)) {
                terms.add(term);
            }
        });
        return terms;
    }

    private BitSet differing(Mutant.LiteralGone gone) {
        Row old = gone.old();
        BitSet touched = mightHold(old, old.condition());
        touched.or(mightHold(old, gone.now().condition()));
        boolean emptied = gone.literal().part() == Literal.Part.须有其一 && gone.now().condition().any().isEmpty();
        if (gone.literal().part() != Literal.Part.须全有 && !emptied) {
            touched.and(index(old).getOrDefault(gone.literal().fact(), new BitSet()));
        }
        return touched;
    }

    private BitSet mightHold(Row row, Condition condition) {
        BitSet trials = new BitSet();
        trials.set(0, count);
        condition.all().forEach(fact -> trials.and(index(row).getOrDefault(fact, new BitSet())));
        if (!condition.any().isEmpty()) {
            BitSet any = new BitSet();
            condition.any().forEach(fact -> any.or(index(row).getOrDefault(fact, new BitSet())));
            trials.and(any);
        }
        return trials;
    }

    /** What is derived may be derived from the facts of several segments, where the whole event is judged. */
    private Map<String, BitSet> index(Row row) {
        return row.judgesWholeEvent() || row.effect() instanceof Effect.Derive ? ofWhole : ofSegments;
    }

    /** An example looks at its own row only, and at what is derived. */
    private BitSet inSight(Row row, BitSet trials) {
        BitSet sight = copy(cases);
        sight.or(row.effect() instanceof Effect.Derive ? conditionExamples : copy(examplesOf.get(row.id())));
        sight.and(trials);
        if (row.effect() instanceof Effect.Lead) {
            sight.or(expectNearMisses);
        }
        return sight;
    }

    private static BitSet without(BitSet trials, BitSet gone) {
        trials.andNot(copy(gone));
        return trials;
    }

    private static BitSet copy(BitSet trials) {
        return trials == null ? new BitSet() : (BitSet) trials.clone();
    }
}
