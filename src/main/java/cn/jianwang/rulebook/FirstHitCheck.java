package cn.jianwang.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * 永远轮不到 in tables of which the first row that holds is taken, and that ask for facts: 分流表 (for each lead type) and
 * 移送去向 (beside a pushed lead, only 纪委监委 is taken). A row without conditions that only several narrower rows together
 * leave nothing to is no mistake: it takes what is added later.
 */
final class FirstHitCheck implements Check {

    private static final String BESIDE_A_LEAD = "YS01";

    @Override
    public List<Problem> problems(Judging judging) {
        List<Problem> problems = new ArrayList<>();
        List<JudgedRow> routes = judging.with(Effect.Route.class);
        for (int i = 0; i < routes.size(); i++) {
            report(judging, routes.get(i), reachedOnlyAfter(judging, routes, i), problems);
        }
        List<JudgedRow> handoffs = judging.with(Effect.HandOff.class);
        for (int i = 0; i < handoffs.size(); i++) {
            boolean besideLead = code(handoffs.get(i)).equals(BESIDE_A_LEAD);
            List<Integer> before = IntStream.range(0, i).filter(j -> !besideLead || code(handoffs.get(j)).equals(BESIDE_A_LEAD))
                    .boxed().toList();
            report(judging, handoffs.get(i), List.of(before.stream().map(handoffs::get).toList()), problems);
        }
        return problems;
    }

    private static String code(JudgedRow row) {
        return ((Effect.HandOff) row.row().effect()).code();
    }

    /** For each lead type that the row applies to, the earlier rows that apply, too; each list once. */
    private static List<List<JudgedRow>> reachedOnlyAfter(Judging judging, List<JudgedRow> routes, int number) {
        Effect.Route route = (Effect.Route) routes.get(number).row().effect();
        Set<List<Integer>> before = new LinkedHashSet<>();
        judging.leadTypes().stream().filter(type -> route.leads().covers(type.code(), type.domain()))
                .forEach(type -> before.add(IntStream.range(0, number).filter(j -> ((Effect.Route) routes.get(j).row().effect())
                        .leads().covers(type.code(), type.domain())).boxed().toList()));
        return before.stream().map(numbers -> numbers.stream().map(routes::get).toList()).toList();
    }

    private static void report(Judging judging, JudgedRow row, List<List<JudgedRow>> before, List<Problem> problems) {
        Set<String> taken = new LinkedHashSet<>();
        for (List<JudgedRow> earlier : before) {
            var cover = judging.cover(judging.holds(row), earlier);
            if (cover.isEmpty()) {
                return;
            }
            cover.get().forEach(other -> taken.add(other.id()));
        }
        boolean byOne = !before.isEmpty() && before.get(0).stream().anyMatch(other -> before.stream().allMatch(
                earlier -> earlier.contains(other) && Judging.implies(judging.holds(row), judging.holds(other))));
        boolean catchesTheRest = row.row().condition().equals(Condition.NONE) && !byOne;
        if (!taken.isEmpty() && !catchesTheRest) {
            problems.add(row.source().problem(Mistake.X02, "编号", judging.since() + "自上而下取第一个成立的行，凡是这一行成立的情形都先落在 "
                    + String.join("、", taken) + "，永远轮不到它", "把这一行移到它们前面，或删去这一行"));
        }
    }
}
