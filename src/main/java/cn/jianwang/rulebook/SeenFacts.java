package cn.jianwang.rulebook;

import cn.jianwang.rulebook.logic.Formula;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * When a row holds, said in facts that come from the text and the fields alone: derived facts are replaced by what they
 * follow from, and facts that exclusions strike count as gone where rows see them after the exclusions.
 *
 * <p>Derivations must be free of circles, and must not forbid derived facts.
 */
final class SeenFacts {

    private final Map<String, List<Row>> derivedBy = new HashMap<>();
    private final Map<String, List<Row>> struckBy = new HashMap<>();
    private final Map<String, Formula> before = new HashMap<>();
    private final Map<String, Formula> after = new HashMap<>();

    /** @param rows that decide */
    SeenFacts(List<Row> rows) {
        for (Row row : rows) {
            if (row.effect() instanceof Effect.Derive derive) {
                derivedBy.computeIfAbsent(derive.fact(), f -> new ArrayList<>()).add(row);
            } else if (row.effect() instanceof Effect.Exclude exclude) {
                exclude.facts().forEach(fact -> struckBy.computeIfAbsent(fact, f -> new ArrayList<>()).add(row));
            }
        }
    }

    /** When the row's condition is met at the point where the row is asked. */
    Formula holds(Row row) {
        boolean first = row.judgesWholeEvent() || row.effect() instanceof Effect.Exclude || row.effect() instanceof Effect.Derive;
        return condition(row.condition(), first ? this::before : this::after);
    }

    private static Formula condition(Condition condition, Function<String, Formula> seen) {
        List<Formula> parts = new ArrayList<>();
        condition.all().forEach(fact -> parts.add(seen.apply(fact)));
        condition.none().forEach(fact -> parts.add(Formula.not(seen.apply(fact))));
        if (!condition.any().isEmpty()) {
            parts.add(Formula.any(condition.any().stream().map(seen).toList()));
        }
        return Formula.all(parts);
    }

    private Formula before(String fact) {
        return remembered(before, fact, this::before, Formula.fact(fact));
    }

    /** Only facts that were found are struck; derived ones are derived anew from what is left. */
    private Formula after(String fact) {
        List<Row> strikes = struckBy.getOrDefault(fact, List.of());
        Stream<Formula> left = Stream.concat(Stream.of(Formula.fact(fact)), strikes.stream().map(row -> Formula.not(holds(row))));
        return remembered(after, fact, this::after, Formula.all(left.toList()));
    }

    private Formula remembered(Map<String, Formula> known, String fact, Function<String, Formula> seen, Formula found) {
        Formula formula = known.get(fact);
        if (formula == null) {
            List<Row> derivations = derivedBy.get(fact);
            formula = derivations == null ? found
                    : Formula.any(derivations.stream().map(row -> condition(row.condition(), seen)).toList());
            known.put(fact, formula);
        }
        return formula;
    }
}
