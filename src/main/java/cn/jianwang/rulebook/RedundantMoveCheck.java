package cn.jianwang.rulebook;

import cn.jianwang.rulebook.Rulebook.LeadType;
import cn.jianwang.rulebook.logic.Formula;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * 重复 and 被遮蔽 of tier rows. With the base tier, the highest raise and the lowest cap, the tier is the raised one but no
 * more than the cap; a row is reported where, whatever the facts, this comes out the same without it. The rows that are
 * reported can all be deleted together; no further row can.
 */
final class RedundantMoveCheck implements Check {

    @Override
    public List<Problem> problems(Judging judging) {
        Set<String> left = new HashSet<>();
        ConflictCheck.conflicts(judging).forEach(pair -> {
            left.add(pair.earlier().id());
            left.add(pair.later().id());
        });
        List<JudgedRow> moves = new ArrayList<>(judging.with(Effect.Move.class));
        List<Problem> problems = new ArrayList<>();
        for (JudgedRow row : judging.with(Effect.Move.class).stream()
                .sorted(Comparator.comparingInt((JudgedRow r) -> r.row().order()).reversed()).toList()) {
            List<JudgedRow> others = moves.stream().filter(other -> other != row).toList();
            if (!left.contains(row.id()) && isRedundant(judging, row, others)) {
                moves.remove(row);
                problems.add(problem(judging, row, cause(judging, row, others)));
            }
        }
        return problems;
    }

    /** Whether it changes no tier beside the others. False for a row that would change none alone: it is idle. */
    private static boolean isRedundant(Judging judging, JudgedRow row, List<JudgedRow> others) {
        return !isIdle(judging, row) && changesNothing(judging, row, others);
    }

    /** Whether it changes no tier even alone. */
    static boolean isIdle(Judging judging, JudgedRow row) {
        return changesNothing(judging, row, List.of());
    }

    private static boolean changesNothing(Judging judging, JudgedRow row, List<JudgedRow> others) {
        Effect.Move move = (Effect.Move) row.row().effect();
        Set<Beside> asked = new LinkedHashSet<>();
        for (Map.Entry<LeadType, List<Tier>> found : judging.found().entrySet()) {
            if (move.leads().covers(found.getKey().code(), found.getKey().domain())) {
                for (Tier base : found.getValue()) {
                    if (move.base().contains(base)) {
                        asked.add(new Beside(base, IntStream.range(0, others.size())
                                .filter(i -> moves(others.get(i), found.getKey(), base)).boxed().toList()));
                    }
                }
            }
        }
        return asked.stream().allMatch(beside -> Judging.implies(judging.holds(row),
                makesNoDifference(judging, move, beside.base, beside.others.stream().map(others::get).toList())));
    }

    /** The tier of a lead's row, and which of the other rows may move such a lead. */
    private record Beside(Tier base, List<Integer> others) {
    }

    private static boolean moves(JudgedRow row, LeadType type, Tier base) {
        Effect.Move move = (Effect.Move) row.row().effect();
        return move.base().contains(base) && move.leads().covers(type.code(), type.domain());
    }

    /**
     * When the move changes nothing: a raise, where the tier is raised as far without it, or is capped at or below what it
     * is without it; a cap, where another caps as low, or the tier is not above it.
     */
    private static Formula makesNoDifference(Judging judging, Effect.Move move, Tier base, List<JudgedRow> others) {
        if (move.cap()) {
            return Formula.any(cappedTo(judging, move.tier(), others),
                    Formula.not(raisedAbove(judging, move.tier(), base, others)));
        }
        List<Formula> ways = new ArrayList<>();
        ways.add(raisedTo(judging, move.tier(), base, others));
        for (Tier tier : Tier.values()) {
            ways.add(Formula.all(raisedTo(judging, tier, base, others), cappedTo(judging, tier, others)));
        }
        return Formula.any(ways);
    }

    private static Formula raisedTo(Judging judging, Tier tier, Tier base, List<JudgedRow> others) {
        return base.compareTo(tier) >= 0 ? Formula.all() : judging.someHolds(others.stream().filter(other -> {
            Effect.Move move = (Effect.Move) other.row().effect();
            return !move.cap() && move.tier().compareTo(tier) >= 0;
        }).toList());
    }

    private static Formula raisedAbove(Judging judging, Tier tier, Tier base, List<JudgedRow> others) {
        return tier == Tier.A ? Formula.any() : raisedTo(judging, Tier.values()[tier.ordinal() + 1], base, others);
    }

    private static Formula cappedTo(Judging judging, Tier tier, List<JudgedRow> others) {
        return tier == Tier.A ? Formula.all() : judging.someHolds(others.stream().filter(other -> {
            Effect.Move move = (Effect.Move) other.row().effect();
            return move.cap() && move.tier().compareTo(tier) <= 0;
        }).toList());
    }

    /** Others of which none can be left out without the row coming to matter. */
    private static List<JudgedRow> cause(Judging judging, JudgedRow row, List<JudgedRow> others) {
        List<JudgedRow> needed = new ArrayList<>(others);
        for (JudgedRow other : others) {
            needed.remove(other);
            if (!changesNothing(judging, row, needed)) {
                needed.add(other);
            }
        }
        Set<JudgedRow> sorted = new TreeSet<>(Comparator.comparingInt((JudgedRow r) -> r.row().order()));
        sorted.addAll(needed);
        return List.copyOf(sorted);
    }

    private static Problem problem(Judging judging, JudgedRow row, List<JudgedRow> cause) {
        Effect effect = row.row().effect();
        boolean same = cause.size() == 1 && cause.get(0).row().effect().equals(effect) && judging.areEquivalent(row, cause.get(0));
        return same ? row.source().problem(Mistake.W01, "编号", judging.since() + "与 " + cause.get(0).id() + " 的条件和作用完全相同", "两行留一行")
                : row.source().problem(Mistake.W02, "编号", judging.since() + "有了 " + Check.ids(cause)
                        + "，这一行成立与否，档位都一样", "删去这一行；若本来有分别，改条件、适用线索或档位");
    }
}
