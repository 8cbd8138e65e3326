package cn.jianwang.rulebook;

import cn.jianwang.rulebook.Contributions.Contribution;
import cn.jianwang.rulebook.logic.Formula;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * 重复 and 被遮蔽: whenever the row holds, other rows hold that already add everything it adds. The rows that are reported
 * can all be deleted together and no decision changes but for the ids of rows that it names; no further row can.
 */
final class RedundantRowCheck implements Check {

    private record Weighed(JudgedRow row, int strength) {
    }

    private record Question(Formula when, List<Integer> others) {
    }

    @Override
    public List<Problem> problems(Judging judging) {
        Contributions contributions = new Contributions(judging);
        Map<String, List<Contribution>> of = new HashMap<>();
        Map<String, List<Weighed>> about = new HashMap<>();
        for (JudgedRow row : judging.rows()) {
            List<Contribution> own = contributions.of(row);
            of.put(row.id(), own);
            own.forEach(c -> about.computeIfAbsent(c.about(), a -> new ArrayList<>()).add(new Weighed(row, c.strength())));
        }
        Set<String> left = new HashSet<>();
        ConflictCheck.conflicts(judging).forEach(pair -> {
            left.add(pair.earlier().id());
            left.add(pair.later().id());
        });
        Set<String> redundant = new HashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = judging.rows().size() - 1; i >= 0; i--) {
            JudgedRow row = judging.rows().get(i);
            List<JudgedRow> cover = left.contains(row.id()) ? List.of() : cover(judging, row, of.get(row.id()), about, redundant);
            if (!cover.isEmpty()) {
                redundant.add(row.id());
                boolean same = cover.size() == 1 && Set.copyOf(of.get(row.id())).equals(Set.copyOf(of.get(cover.get(0).id())))
                               && judging.areEquivalent(row, cover.get(0));
                problems.add(same ? duplicate(judging, row, cover.get(0)) : shadowed(judging, row, cover));
            }
        }
        return problems;
    }

    /** Rows that together do all that the row does; empty where there are none. */
    private static List<JudgedRow> cover(Judging judging, JudgedRow row, List<Contribution> own,
                                         Map<String, List<Weighed>> about, Set<String> redundant) {
        Set<Question> asked = new LinkedHashSet<>();
        Map<Integer, JudgedRow> byOrder = new HashMap<>();
        for (Contribution contribution : own) {
            List<Integer> others = new ArrayList<>();
            for (Weighed other : about.get(contribution.about())) {
                if (other.strength >= contribution.strength() && !other.row.id().equals(row.id())
                    && !redundant.contains(other.row.id())) {
                    others.add(other.row.row().order());
                    byOrder.put(other.row.row().order(), other.row);
                }
            }
            if (others.isEmpty()) {
                return List.of();
            }
            asked.add(new Question(contribution.when(), others));
        }
        Set<JudgedRow> cover = new TreeSet<>(Comparator.comparingInt((JudgedRow r) -> r.row().order()));
        for (Question question : asked) {
            var needed = judging.cover(Formula.all(judging.holds(row), question.when),
                    question.others.stream().map(byOrder::get).toList());
            if (needed.isEmpty()) {
                return List.of();
            }
            cover.addAll(needed.get());
        }
        return List.copyOf(cover);
    }

    private static Problem duplicate(Judging judging, JudgedRow row, JudgedRow other) {
        return row.source().problem(Mistake.W01, "编号", judging.since() + "与 " + other.id() + " 的条件和作用完全相同", "两行留一行");
    }

    private static Problem shadowed(Judging judging, JudgedRow row, List<JudgedRow> cover) {
        return row.source().problem(Mistake.W02, "编号", judging.since() + "凡是这一行成立的情形，" + Check.ids(cover)
                + " 已经成立，作用不比它小，这一行不起作用", "删去这一行；若本来有分别，改条件或作用");
    }
}
