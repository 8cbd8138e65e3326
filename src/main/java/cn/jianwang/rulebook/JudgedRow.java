package cn.jianwang.rulebook;

import java.time.LocalDate;

/**
 * A judging row with its place in the files and its days.
 *
 * @param row    its order counts rows that are not in force, too
 * @param from   first day, {@link LocalDate#MIN} where open
 * @param until  first day on which it is no longer in force, {@link LocalDate#MAX} where open
 */
record JudgedRow(Row row, TableRow source, LocalDate from, LocalDate until) {

    boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    String id() {
        return row.id();
    }
}
