package cn.jianwang.rulebook;

import cn.jianwang.rulebook.Rulebook.LeadType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * A rule set tried on every set of found facts, one after the other: what each row sees and whether it holds, step by step
 * as the mechanics go, and what the rows that hold then say. Knows no formulas.
 */
final class EverySituation {

    private final List<JudgedRow> rows;
    private final List<LeadType> leadTypes;
    private final List<Map<String, Boolean>> holds = new ArrayList<>();
    private final List<Set<String>> given = new ArrayList<>();
    private final List<Set<String>> left = new ArrayList<>();
    private final List<Set<String>> derived = new ArrayList<>();

    EverySituation(List<JudgedRow> rows, List<String> found, List<LeadType> leadTypes) {
        this.rows = rows;
        this.leadTypes = leadTypes;
        for (int bits = 0; bits < 1 << found.size(); bits++) {
            int chosen = bits;
            Set<String> facts = new TreeSet<>();
            IntStream.range(0, found.size()).filter(i -> (chosen >> i & 1) == 1).forEach(i -> facts.add(found.get(i)));
            tryOn(facts);
        }
    }

    private void tryOn(Set<String> facts) {
        Set<String> before = closure(facts);
        Set<String> kept = new TreeSet<>(facts);
        Map<String, Boolean> result = new TreeMap<>();
        for (JudgedRow row : rows) {
            boolean now = row.row().condition().holds(before);
            result.put(row.id(), now);
            if (now && row.row().effect() instanceof Effect.Exclude exclude) {
                kept.removeAll(exclude.facts());
            }
        }
        Set<String> after = closure(kept);
        for (JudgedRow row : rows) {
            Effect effect = row.row().effect();
            if (effect instanceof Effect.Lead || effect instanceof Effect.Move || effect instanceof Effect.Score) {
                result.put(row.id(), row.row().condition().holds(after));
            }
        }
        holds.add(result);
        given.add(facts);
        left.add(kept);
        Set<String> both = new TreeSet<>(before);
        after.forEach(fact -> both.add("后 " + fact));
        derived.add(both);
    }

    private Set<String> closure(Set<String> facts) {
        Set<String> seen = new HashSet<>(facts);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (JudgedRow row : rows) {
                if (row.row().effect() instanceof Effect.Derive derive && row.row().condition().holds(seen)) {
                    grown |= seen.add(derive.fact());
                }
            }
        }
        return seen;
    }

    int count() {
        return holds.size();
    }

    boolean holds(int situation, JudgedRow row) {
        return holds.get(situation).get(row.id());
    }

    /** The facts that are found in a situation. */
    Set<String> facts(int situation) {
        return given.get(situation);
    }

    boolean everHolds(JudgedRow row) {
        return IntStream.range(0, count()).anyMatch(i -> holds(i, row));
    }

    boolean alwaysTogether(JudgedRow a, JudgedRow b) {
        return IntStream.range(0, count()).allMatch(i -> holds(i, a) == holds(i, b));
    }

    /** Whether, wherever the row holds, the other holds, or is otherwise what is asked for. */
    boolean whenever(JudgedRow row, BiPredicate<Integer, EverySituation> then) {
        return IntStream.range(0, count()).filter(i -> holds(i, row)).allMatch(i -> then.test(i, this));
    }

    /** The lead types that some row can find, with the tiers its rows give it. */
    Map<LeadType, Set<Tier>> found() {
        Map<LeadType, Set<Tier>> found = new LinkedHashMap<>();
        for (JudgedRow row : rows) {
            if (row.row().effect() instanceof Effect.Lead lead && everHolds(row)) {
                LeadType type = leadTypes.stream().filter(t -> t.code().equals(lead.leadType())).findFirst().orElseThrow();
                found.computeIfAbsent(type, t -> new TreeSet<>()).add(lead.base());
            }
        }
        return found;
    }

    /** All that is decided in every situation, for leads of the given types and tiers. */
    List<String> decisions(Map<LeadType, Set<Tier>> found) {
        List<String> decisions = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            Set<String> said = new TreeSet<>();
            said.add("余 " + left.get(i) + derived.get(i));
            for (Map.Entry<LeadType, Set<Tier>> type : found.entrySet()) {
                said.add(leads(i, type.getKey()));
                for (Tier base : type.getValue()) {
                    said.add(tier(base, type.getKey(), i));
                }
                for (Tier tier : Tier.values()) {
                    said.add(urgency(i, type.getKey(), tier));
                }
            }
            decisions.add(said.toString());
        }
        return decisions;
    }


    private String leads(int i, LeadType type) {
        Tier base = Tier.D;
        Set<String> also = new TreeSet<>();
        for (JudgedRow row : rows) {
            Effect effect = row.row().effect();
            if (!holds(i, row)) {
                continue;
            }
            if (effect instanceof Effect.Lead lead && lead.leadType().equals(type.code())) {
                base = base.atLeast(lead.base());
                lead.legalBasis().forEach(id -> also.add("依据 " + id));
                lead.agencies().forEach(name -> also.add("机关 " + name));
                lead.supplements().forEach(item -> also.add("要素 " + item));
            } else if (effect instanceof Effect.Exclude exclude && exclude.leads().covers(type.code(), type.domain())) {
                also.add("挡住");
            } else if (effect instanceof Effect.Tag tag && tag.leads().covers(type.code(), type.domain())) {
                also.add("标签 " + tag.label());
            }
        }
        return type.code() + " " + base + also;
    }

    private String tier(Tier base, LeadType type, int i) {
        Tier raised = base;
        Tier cap = Tier.A;
        for (JudgedRow row : rows) {
            if (row.row().effect() instanceof Effect.Move move && holds(i, row) && move.base().contains(base)
                && move.leads().covers(type.code(), type.domain())) {
                if (move.cap()) {
                    cap = cap.atMost(move.tier());
                } else {
                    raised = raised.atLeast(move.tier());
                }
            }
        }
        return type.code() + " " + base + "→" + raised.atMost(cap);
    }

    private String urgency(int i, LeadType type, Tier tier) {
        Urgency highest = Urgency.无;
        for (JudgedRow row : rows) {
            if (row.row().effect() instanceof Effect.Urge urge && holds(i, row) && urge.tiers().contains(tier)
                && urge.leads().covers(type.code(), type.domain()) && urge.level().compareTo(highest) > 0) {
                highest = urge.level();
            }
        }
        return type.code() + " " + tier + " " + highest;
    }
}
