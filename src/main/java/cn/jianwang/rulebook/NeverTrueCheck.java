package cn.jianwang.rulebook;

import java.util.List;

/** 永不成立 that only shows once derived and struck facts are replaced by what they follow from. */
final class NeverTrueCheck implements Check {

    @Override
    public List<Problem> problems(Judging judging) {
        return judging.neverHolding().stream().filter(row -> !row.row().condition().isContradictory())
                .map(row -> row.source().problem(Mistake.E11, "须全有", judging.since()
                        + "把中间事实、排除规则划去的事实都算进去，没有一种情形能使这一行成立",
                        "对照 derived-facts.csv 和划去这些事实的排除规则，删去互相矛盾的一项"))
                .toList();
    }
}
