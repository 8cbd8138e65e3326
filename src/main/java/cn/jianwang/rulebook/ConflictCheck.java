package cn.jianwang.rulebook;

import cn.jianwang.rulebook.Rulebook.LeadType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * 规则冲突: two rows hold in exactly the same situations, apply to exactly the same leads, and say different things: lead
 * rows of one type with different tiers, urgency rows with different levels, tier rows that move to different tiers.
 * (Rows that merely overlap are no conflict: the strongest lead, the highest level, and the cap after the raise are how
 * such rows are meant to work together. First-hit tables have {@link FirstHitCheck}.)
 */
final class ConflictCheck implements Check {

    @Override
    public List<Problem> problems(Judging judging) {
        List<Problem> problems = new ArrayList<>();
        for (Pair pair : conflicts(judging)) {
            problems.add(pair.later.source().problem(Mistake.X01, column(pair.later), judging.since() + "与 " + pair.earlier.id()
                    + " 条件和适用范围相同，结论却不同：" + says(pair.earlier) + "，这里" + says(pair.later),
                    "两行留一行；若本来有分别，把分别写进条件或适用范围"));
        }
        return problems;
    }

    record Pair(JudgedRow earlier, JudgedRow later) {
    }

    static List<Pair> conflicts(Judging judging) {
        List<Pair> pairs = new ArrayList<>();
        conflicts(judging, Effect.Lead.class, row -> ((Effect.Lead) row.row().effect()).leadType(),
                (a, b) -> ((Effect.Lead) a).base() != ((Effect.Lead) b).base(), pairs);
        conflicts(judging, Effect.Urge.class, row -> {
            Effect.Urge urge = (Effect.Urge) row.row().effect();
            return covered(judging, urge.leads()) + urge.tiers();
        }, (a, b) -> ((Effect.Urge) a).level() != ((Effect.Urge) b).level(), pairs);
        conflicts(judging, Effect.Move.class, row -> {
            Effect.Move move = (Effect.Move) row.row().effect();
            return covered(judging, move.leads()) + move.base();
        }, (a, b) -> contradict((Effect.Move) a, (Effect.Move) b), pairs);
        return pairs;
    }

    /** A cap that is not below the raise lets the raise be. */
    private static boolean contradict(Effect.Move a, Effect.Move b) {
        if (a.cap() == b.cap()) {
            return a.tier() != b.tier();
        }
        return a.cap() ? a.tier().compareTo(b.tier()) < 0 : b.tier().compareTo(a.tier()) < 0;
    }

    private static String covered(Judging judging, Scope scope) {
        return judging.leadTypes().stream().filter(type -> scope.covers(type.code(), type.domain())).map(LeadType::code).toList()
                .toString();
    }

    private static void conflicts(Judging judging, Class<? extends Effect> kind,
                                  Function<JudgedRow, String> appliesTo,
                                  BiPredicate<Effect, Effect> contradict, List<Pair> pairs) {
        Map<String, List<JudgedRow>> together = new HashMap<>();
        for (JudgedRow row : judging.with(kind)) {
            List<JudgedRow> earlier = together.computeIfAbsent(appliesTo.apply(row), k -> new ArrayList<>());
            earlier.stream().filter(other -> contradict.test(other.row().effect(), row.row().effect())
                                             && judging.areEquivalent(other, row))
                    .findFirst().ifPresent(other -> pairs.add(new Pair(other, row)));
            earlier.add(row);
        }
    }

    private static String column(JudgedRow row) {
        return row.row().effect() instanceof Effect.Urge ? "级别" : "档位";
    }

    private static String says(JudgedRow row) {
        if (row.row().effect() instanceof Effect.Lead lead) {
            return "定为 " + lead.base() + " 档";
        }
        if (row.row().effect() instanceof Effect.Urge urge) {
            return "定为" + urge.level();
        }
        Effect.Move move = (Effect.Move) row.row().effect();
        return (move.cap() ? "限至 " : "升至 ") + move.tier() + " 档";
    }
}
