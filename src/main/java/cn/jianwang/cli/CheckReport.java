package cn.jianwang.cli;

import cn.jianwang.rulebook.Problem;
import cn.jianwang.rulebook.RulebookReader;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code rules check --json} writes.
 *
 * @param sound     whether the rules may be released: there are no errors
 * @param errors    number of errors
 * @param reminders number of reminders
 * @param rows      judging rows in force today
 * @param words     words of the lexicon that decide
 * @param problems  errors first, then reminders, each sorted by file and line
 */
record CheckReport(boolean sound, int errors, int reminders, int rows, int words, List<Entry> problems) {

    /**
     * One problem.
     *
     * @param severity 错误, which refuses the release, or 提醒
     * @param code     stable code, such as E02
     * @param title    what the code stands for
     * @param table    Chinese title of the table
     * @param file     path relative to the rules folder
     * @param line     line of the text file where the row starts, 0 for the whole file
     * @param cell     cell as the sheet names it, such as F17; empty for the whole row or file
     * @param row      id of the row, empty where it has none
     * @param message  what is wrong, and what may have been meant
     * @param mend     what to do
     */
    record Entry(String severity, String code, String title, String table, String file, int line, String cell, String row,
                 String message, String mend) {

        private static Entry of(Problem problem) {
            return new Entry(problem.severity(), problem.code(), problem.title(), problem.table(), problem.file(), problem.line(),
                    problem.cell(), problem.row(), problem.message(), problem.mend());
        }
    }

    static CheckReport of(RulebookReader.Result result) {
        return new CheckReport(result.isSound(), result.problems().size(), result.reminders().size(), result.rulebook().rows().size(),
                result.rulebook().terms().size(),
                Stream.concat(result.problems().stream(), result.reminders().stream()).map(Entry::of).toList());
    }
}
