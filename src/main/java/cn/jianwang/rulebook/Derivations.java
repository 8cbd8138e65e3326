package cn.jianwang.rulebook;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The intermediate facts that follow from given facts. */
public final class Derivations {

    private final List<Row> rows;

    public Derivations(Collection<Row> rows) {
        this.rows = rows.stream().filter(row -> row.effect() instanceof Effect.Derive).toList();
    }

    /** The facts together with all that follow from them by rows of status 正式. */
    public Set<String> closure(Collection<String> facts) {
        return closure(facts, row -> row.status() == Status.正式);
    }

    /** @param counts which rows are asked */
    public Set<String> closure(Collection<String> facts, Predicate<Row> counts) {
        Set<String> all = new LinkedHashSet<>(facts);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Row row : rows) {
                if (counts.test(row) && row.condition().holds(all)) {
                    grown |= all.add(((Effect.Derive) row.effect()).fact());
                }
            }
        }
        return all;
    }
}
