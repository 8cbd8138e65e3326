package cn.jianwang.rulebook;

import java.util.Comparator;

/**
 * Something wrong in a rule file: where, what, and how to mend it.
 *
 * @param code    stable code, such as E02; codes that begin with W are reminders, which do not refuse the release
 * @param title   what kind of mistake the code stands for
 * @param table   Chinese title of the table
 * @param file    path relative to the rules folder
 * @param line    line of the text file where the row starts, 0 for the whole file
 * @param cell    cell as the sheet names it, such as F17; empty for the whole row or file
 * @param row     id of the row, empty where it has none
 * @param message what is wrong
 * @param mend    what to do
 */
public record Problem(String code, String title, String table, String file, int line, String cell, String row,
                      String message, String mend) implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file).thenComparingInt(Problem::line)
            .thenComparing(p -> p.cell().length()).thenComparing(Problem::cell).thenComparing(Problem::code)
            .thenComparing(Problem::message);

    /** 错误 where the release is refused, else 提醒. */
    public String severity() {
        return isRefusing() ? "错误" : "提醒";
    }

    boolean isRefusing() {
        return !code.startsWith("W");
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** The problem as a person reads it on a terminal. */
    @Override
    public String toString() {
        String where = table + " " + file + (cell.isEmpty() ? "" : "  单元格 " + cell)
                       + (line == 0 ? "" : "（文本第 " + line + " 行）") + (row.isEmpty() ? "" : "  " + row);
        return where + "  [" + code + " " + title + (isRefusing() ? "" : "，提醒") + "]\n  " + message + "\n  怎么改：" + mend;
    }
}
