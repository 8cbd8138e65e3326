package cn.jianwang.rulebook;

import cn.jianwang.rulebook.logic.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** 规则不起作用: even as the only row of its table, it would change no decision. */
final class IdleRowCheck implements Check {

    @Override
    public List<Problem> problems(Judging judging) {
        Contributions contributions = new Contributions(judging);
        Set<String> asked = judging.rows().stream().map(row -> row.row().condition())
                .flatMap(c -> List.of(c.all(), c.any(), c.none()).stream()).flatMap(Set::stream).collect(Collectors.toSet());
        List<Problem> problems = new ArrayList<>();
        for (JudgedRow row : judging.rows()) {
            String reason = reason(judging, row, contributions, asked);
            if (!reason.isEmpty()) {
                problems.add(row.source().problem(Mistake.W03, "编号", judging.since() + reason, "删去这一行，或补上缺的线索规则，或改适用范围和作用"));
            }
        }
        return problems;
    }

    private static String reason(Judging judging, JudgedRow row, Contributions contributions, Set<String> asked) {
        Effect effect = row.row().effect();
        if (effect instanceof Effect.Move) {
            return RedundantMoveCheck.isIdle(judging, row) ? "适用的线索没有一条会因它改变档位" : "";
        }
        if (effect instanceof Effect.Score score) {
            return score.points() == 0 ? "分值是 0" : "";
        }
        if (effect instanceof Effect.Exclude exclude) {
            boolean acts = contributions.of(row).stream()
                    .anyMatch(c -> !(c.when() instanceof Formula.Fact struck) || asked.contains(struck.name()));
            return acts ? "" : "排除的线索类型没有一行线索规则，划去的事实没有一行规则用到，或者是推导得出的、划不掉";
        }
        if (effect instanceof Effect.Urge || effect instanceof Effect.Tag) {
            return contributions.of(row).isEmpty() ? "适用的线索类型没有一行线索规则" : "";
        }
        if (effect instanceof Effect.Route route) {
            boolean applies = judging.leadTypes().stream().anyMatch(t -> route.leads().covers(t.code(), t.domain()));
            return applies ? "" : "适用的领域里没有线索类型";
        }
        return "";
    }
}
