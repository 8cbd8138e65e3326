package cn.jianwang.rulebook.logic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds a set of facts that makes a formula true, or proves that there is none: facts are settled one by one, as the
 * first open part of the formula wants them; at every step it is tried whether the facts that are there suffice, and a
 * choice that makes the formula false is taken back. Conditions of rows leave few choices open, so that an answer takes
 * about as many steps as a row names facts.
 */
public final class Search {

    private final Formula formula;
    private final Map<String, Boolean> settled = new HashMap<>();
    private final Set<String> there = new TreeSet<>();

    private Search(Formula formula) {
        this.formula = formula;
    }

    /** A set of facts of which the formula is true; empty where no set is. */
    public static Optional<Set<String>> satisfying(Formula formula) {
        Search search = new Search(formula);
        return search.succeeds() ? Optional.of(search.there) : Optional.empty();
    }

    /** Whether no set of facts makes the formula true. */
    public static boolean isNever(Formula formula) {
        return satisfying(formula).isEmpty();
    }

    private boolean succeeds() {
        Truth truth = truth(formula);
        if (truth != Truth.OPEN || formula.holds(there)) {
            return truth != Truth.NO;
        }
        Choice choice = choice(formula, true);
        if (succeedsWith(choice.fact, choice.wanted) || succeedsWith(choice.fact, !choice.wanted)) {
            return true;
        }
        settled.remove(choice.fact);
        return false;
    }

    private boolean succeedsWith(String fact, boolean present) {
        settled.put(fact, present);
        if (present) {
            there.add(fact);
        }
        boolean success = succeeds();
        if (!success) {
            there.remove(fact);
        }
        return success;
    }

    private enum Truth {
        YES, NO, OPEN
    }

    private record Choice(String fact, boolean wanted) {
    }

    /** What the formula is whatever the facts that are not settled turn out to be. */
    private Truth truth(Formula part) {
        if (part instanceof Formula.Fact fact) {
            Boolean present = settled.get(fact.name());
            return present == null ? Truth.OPEN : present ? Truth.YES : Truth.NO;
        }
        if (part instanceof Formula.Not negation) {
            Truth inner = truth(negation.inner());
            return inner == Truth.OPEN ? Truth.OPEN : inner == Truth.YES ? Truth.NO : Truth.YES;
        }
        boolean every = part instanceof Formula.All;
        Truth decisive = every ? Truth.NO : Truth.YES;
        Truth result = every ? Truth.YES : Truth.NO;
        for (Formula inner : parts(part)) {
            Truth truth = truth(inner);
            if (truth == decisive) {
                return decisive;
            }
            result = truth == Truth.OPEN ? Truth.OPEN : result;
        }
        return result;
    }

    /** The fact to settle next, and how, so that an open part comes to be what is wanted. */
    private Choice choice(Formula open, boolean wanted) {
        if (open instanceof Formula.Fact fact) {
            return new Choice(fact.name(), wanted);
        }
        if (open instanceof Formula.Not negation) {
            return choice(negation.inner(), !wanted);
        }
        for (Formula part : parts(open)) {
            if (truth(part) == Truth.OPEN) {
                return choice(part, wanted);
            }
        }
        throw new IllegalStateException("An open formula has an open part");
    }

    private static List<Formula> parts(Formula formula) {
        return formula instanceof Formula.All every ? every.parts() : ((Formula.Any) formula).parts();
    }
}
