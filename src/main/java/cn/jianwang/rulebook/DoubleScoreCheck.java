package cn.jianwang.rulebook;

import java.util.ArrayList;
import java.util.List;

/** 重复 of score rows: two rows of one group hold in exactly the same situations, so that their points are added twice. */
final class DoubleScoreCheck implements Check {

    @Override
    public List<Problem> problems(Judging judging) {
        List<Problem> problems = new ArrayList<>();
        List<JudgedRow> earlier = new ArrayList<>();
        for (JudgedRow row : judging.with(Effect.Score.class)) {
            String group = ((Effect.Score) row.row().effect()).group();
            earlier.stream().filter(other -> ((Effect.Score) other.row().effect()).group().equals(group)
                                             && judging.areEquivalent(other, row))
                    .findFirst().ifPresent(other -> problems.add(row.source().problem(Mistake.W01, "编号", judging.since()
                            + "与 " + other.id() + " 评分组和条件相同，分值会重复计", "两行合成一行，分值写总数")));
            earlier.add(row);
        }
        return problems;
    }
}
