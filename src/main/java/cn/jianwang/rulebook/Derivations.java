package cn.jianwang.rulebook;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The intermediate facts that follow from given facts, for explanation; deciding is the engine's. */
public final class Derivations {

    private final List<Row> rows;

    public Derivations(Collection<Row> rows) {
        this(rows, row -> row.status() == Status.正式);
    }

    private Derivations(Collection<Row> rows, Predicate<Row> counts) {
        this.rows = rows.stream().filter(row -> row.effect() instanceof Effect.Derive && counts.test(row)).toList();
    }

    /** As if the rows on trial counted too. */
    public static Derivations withTrials(Collection<Row> rows) {
        return new Derivations(rows, row -> true);
    }

    /** The facts together with all that follow from them. */
    public Set<String> closure(Collection<String> facts) {
        Set<String> all = new LinkedHashSet<>(facts);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Row row : rows) {
                if (row.condition().holds(all)) {
                    grown |= all.add(((Effect.Derive) row.effect()).fact());
                }
            }
        }
        return all;
    }
}
