package cn.jianwang.rulebook;

import cn.jianwang.rulebook.Rulebook.LeadType;
import cn.jianwang.rulebook.logic.Formula;
import cn.jianwang.rulebook.logic.Search;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The deciding rows of one period in which no row comes or goes, as the checks of rows against rows see them. Rows that
 * never hold are left out, but for {@link #neverHolding()}.
 */
final class Judging {

    private final String since;
    private final Collection<LeadType> leadTypes;
    private final Map<String, Formula> formulas = new HashMap<>();
    private final List<JudgedRow> rows = new ArrayList<>();
    private final List<JudgedRow> neverHolding = new ArrayList<>();

    /**
     * @param day   first day of the period
     * @param since how a message begins that is only true from that day on; empty for today
     * @param all   rows of status 正式, whatever their days
     */
    Judging(LocalDate day, String since, List<JudgedRow> all, Collection<LeadType> leadTypes) {
        this.since = since;
        this.leadTypes = List.copyOf(leadTypes);
        List<JudgedRow> inForce = all.stream().filter(row -> row.isInForceOn(day)).toList();
        SeenFacts seen = new SeenFacts(inForce.stream().map(JudgedRow::row).toList());
        for (JudgedRow row : inForce) {
            Formula formula = seen.holds(row.row());
            formulas.put(row.id(), formula);
            (Search.isNever(formula) ? neverHolding : rows).add(row);
        }
    }

    String since() {
        return since;
    }

    List<JudgedRow> neverHolding() {
        return neverHolding;
    }

    List<JudgedRow> rows() {
        return rows;
    }

    /** Rows with this kind of effect, in order. */
    List<JudgedRow> with(Class<? extends Effect> effect) {
        return rows.stream().filter(row -> effect.isInstance(row.row().effect())).toList();
    }

    /** The lead types of the vocabulary. */
    Collection<LeadType> leadTypes() {
        return leadTypes;
    }

    /** The lead types that some row finds, each with the tiers that rows give it. */
    Map<LeadType, List<Tier>> found() {
        Map<String, List<Tier>> tiers = new HashMap<>();
        for (JudgedRow row : with(Effect.Lead.class)) {
            Effect.Lead lead = (Effect.Lead) row.row().effect();
            tiers.computeIfAbsent(lead.leadType(), t -> new ArrayList<>()).add(lead.base());
        }
        Map<LeadType, List<Tier>> found = new LinkedHashMap<>();
        for (LeadType type : leadTypes) {
            if (tiers.containsKey(type.code())) {
                found.put(type, tiers.get(type.code()).stream().distinct().sorted().toList());
            }
        }
        return found;
    }

    Formula holds(JudgedRow row) {
        return formulas.get(row.id());
    }

    Formula someHolds(List<JudgedRow> some) {
        return Formula.any(some.stream().map(this::holds).toList());
    }

    /** Whether, of every set of facts, both rows hold or both do not. */
    boolean areEquivalent(JudgedRow a, JudgedRow b) {
        return a.row().condition().equals(b.row().condition()) || implies(holds(a), holds(b)) && implies(holds(b), holds(a));
    }

    static boolean implies(Formula one, Formula other) {
        return Search.isNever(Formula.all(one, Formula.not(other)));
    }

    /**
     * The fewest candidates that can be named of which one holds whenever the formula is true; one alone where one alone
     * does, else none of them can be left out. Empty where not even all together do.
     */
    Optional<List<JudgedRow>> cover(Formula formula, List<JudgedRow> candidates) {
        for (JudgedRow candidate : candidates) {
            if (implies(formula, holds(candidate))) {
                return Optional.of(List.of(candidate));
            }
        }
        if (candidates.size() < 2 || !implies(formula, someHolds(candidates))) {
            return Optional.empty();
        }
        List<JudgedRow> needed = new ArrayList<>(candidates);
        for (JudgedRow candidate : candidates) {
            needed.remove(candidate);
            if (!implies(formula, someHolds(needed))) {
                needed.add(candidate);
            }
        }
        return Optional.of(needed.stream().sorted(Comparator.comparingInt(row -> row.row().order())).toList());
    }
}
