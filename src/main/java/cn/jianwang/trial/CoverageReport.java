package cn.jianwang.trial;

import java.util.List;

/**
 * What in the rules no example and no case ever uses.
 *
 * @param tables   counts by table, in the order of the tables
 * @param rows     rows that never come to bear and are not listed as exceptions
 * @param literals condition items that never come to bear
 * @param terms    words that are never hit
 * @param listed   rows that never come to bear and are listed as exceptions
 * @param problems what is wrong with the list of exceptions: expired, unfounded, incomplete
 */
public record CoverageReport(List<Count> tables, List<Gap> rows, List<Gap> literals, List<Gap> terms, int listed,
                             List<Failure> problems) {

    public CoverageReport {
        tables = List.copyOf(tables);
        rows = List.copyOf(rows);
        literals = List.copyOf(literals);
        terms = List.copyOf(terms);
        problems = List.copyOf(problems);
    }

    /** How many rows, and how many items of their conditions, come to bear. */
    public record Count(String table, int rows, int usedRows, int literals, int usedLiterals) {
    }

    /** @param row id of a row, or a word; @param item what of it is not used: a condition item or concept; empty for the row */
    public record Gap(String table, String row, String item) {
    }

    /** Whether every row is used or listed, and the list is sound. */
    public boolean passed() {
        return rows.isEmpty() && problems.isEmpty();
    }
}
