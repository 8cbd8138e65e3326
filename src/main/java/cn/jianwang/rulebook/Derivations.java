package cn.jianwang.rulebook;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The intermediate facts that follow from given facts, for explanation; deciding is the engine's. */
public final class Derivations {

    private final List<Row> rows;

    public Derivations(Collection<Row> rows) {
        this.rows = rows.stream().filter(r -> r.effect() instanceof Effect.Derive && r.status() == Status.正式).toList();
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
