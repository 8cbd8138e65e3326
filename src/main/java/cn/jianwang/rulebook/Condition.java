package cn.jianwang.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The three condition cells of a row over the closed vocabulary of facts.
 *
 * @param all  须全有: every one of these
 * @param any  须有其一: at least one of these; empty means no demand
 * @param none 不得有: not one of these
 */
public record Condition(Set<String> all, Set<String> any, Set<String> none) {

    /** More than this many facts in 须全有 cannot be read as a sentence: name an intermediate fact instead. */
    public static final int MOST_ALL = 4;

    /** Demands nothing: holds always. */
    public static final Condition NONE = new Condition(Set.of(), Set.of(), Set.of());

    public Condition {
        all = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(all));
        any = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(any));
        none = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(none));
    }

    /** Plain evaluation; the engine must agree with it. */
    public boolean holds(Collection<String> facts) {
        return facts.containsAll(all) && (any.isEmpty() || any.stream().anyMatch(facts::contains))
               && none.stream().noneMatch(facts::contains);
    }

    /** Whether no set of facts can satisfy it. */
    public boolean isContradictory() {
        return all.stream().anyMatch(none::contains) || !any.isEmpty() && none.containsAll(any);
    }

    /**
     * What single step is missing: the one fact of 须全有, or all alternatives of 须有其一, where everything else holds;
     * empty where the condition holds or more than one step is missing, or where a forbidden fact stands in the way.
     */
    public List<String> oneStepAway(Collection<String> facts) {
        if (none.stream().anyMatch(facts::contains)) {
            return List.of();
        }
        List<String> missing = new ArrayList<>();
        for (String fact : all) {
            if (!facts.contains(fact)) {
                missing.add(fact);
            }
        }
        boolean anyMissing = !any.isEmpty() && any.stream().noneMatch(facts::contains);
        if (missing.size() == 1 && !anyMissing && all.size() + (any.isEmpty() ? 0 : 1) > 1) {
            return missing;
        }
        return missing.isEmpty() && anyMissing && !all.isEmpty() ? List.copyOf(any) : List.of();
    }
}
