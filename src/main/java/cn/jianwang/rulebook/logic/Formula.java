package cn.jianwang.rulebook.logic;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A statement about a set of facts. Immutable; parts may be shared. */
public sealed interface Formula {

    /** The fact is in the set. */
    record Fact(String name) implements Formula {

        @Override
        public boolean holds(Set<String> facts) {
            return facts.contains(name);
        }
    }

    /** The inner statement is false. */
    record Not(Formula inner) implements Formula {

        @Override
        public boolean holds(Set<String> facts) {
            return !inner.holds(facts);
        }
    }

    /** Every part; with no parts, always. */
    record All(List<Formula> parts) implements Formula {

        @Override
        public boolean holds(Set<String> facts) {
            return parts.stream().allMatch(part -> part.holds(facts));
        }
    }

    /** At least one part; with no parts, never. */
    record Any(List<Formula> parts) implements Formula {

        @Override
        public boolean holds(Set<String> facts) {
            return parts.stream().anyMatch(part -> part.holds(facts));
        }
    }

    static Formula fact(String name) {
        return new Fact(name);
    }

    static Formula not(Formula inner) {
        return inner instanceof Not negation ? negation.inner : new Not(inner);
    }

    static Formula all(Collection<Formula> parts) {
        return parts.size() == 1 ? parts.iterator().next() : new All(List.copyOf(parts));
    }

    static Formula all(Formula... parts) {
        return all(List.of(parts));
    }

    static Formula any(Collection<Formula> parts) {
        return parts.size() == 1 ? parts.iterator().next() : new Any(List.copyOf(parts));
    }

    static Formula any(Formula... parts) {
        return any(List.of(parts));
    }

    /** Whether it is true of exactly these facts. */
    boolean holds(Set<String> facts);
}
