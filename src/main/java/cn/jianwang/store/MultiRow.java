package cn.jianwang.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Inserts many rows with few statements: on both databases several times faster than a row at a time. */
public final class MultiRow {

    private static final int ROWS_AT_ONCE = 100;

    private MultiRow() {
    }

    /**
     * Inserts all rows, in their order.
     *
     * @param into table and columns, such as {@code decision (id, tier)}
     * @param rows the values of each row, as many as there are columns; null values allowed
     */
    public static void insert(JdbcClient jdbc, String into, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            List<Object[]> some = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
            List<Object> values = new ArrayList<>();
            some.forEach(row -> Collections.addAll(values, row));
            String marks = "(" + String.join(", ", Collections.nCopies(some.get(0).length, "?")) + ")";
            jdbc.sql("insert into " + into + " values " + String.join(", ", Collections.nCopies(some.size(), marks)))
                    .params(values).update();
        }
    }
}
