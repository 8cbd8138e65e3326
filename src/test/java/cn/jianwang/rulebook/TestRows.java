package cn.jianwang.rulebook;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Table rows and tables without files. */
final class TestRows {

    private TestRows() {
    }

    /** A row with the cells given as 列, 值, 列, 值 …; the others are blank. */
    static TableRow row(Schema schema, int number, String... cells) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Integer> columns = new LinkedHashMap<>();
        schema.columns().forEach(column -> columns.put(column.title(), columns.size()));
        for (int i = 0; i < cells.length; i += 2) {
            values.put(cells[i], cells[i + 1]);
        }
        return new TableRow(schema, schema.path(), number + 2, number + 2, values, columns);
    }

    /** All tables; those that are not given are empty. */
    static Map<Schema, List<TableRow>> tables(List<TableRow> rows) {
        Map<Schema, List<TableRow>> tables = new EnumMap<>(Schema.class);
        Arrays.stream(Schema.values()).forEach(schema ->
                tables.put(schema, rows.stream().filter(row -> row.schema() == schema).toList()));
        return tables;
    }
}
