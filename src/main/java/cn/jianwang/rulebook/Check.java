package cn.jianwang.rulebook;

import java.util.List;

/** One check of rows against rows. */
interface Check {

    /** What is wrong in the period, each problem at the row that is to be mended. */
    List<Problem> problems(Judging judging);

    /** Ids for a message: 「甲、乙」. */
    static String ids(List<JudgedRow> rows) {
        return String.join("、", rows.stream().map(JudgedRow::id).toList());
    }
}
