package cn.jianwang.rulebook;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All rows of all tables as they stand in the files, rows with errors included, so that one mistake does not bring others. */
final class Tables {

    private final Map<Schema, List<TableRow>> rows;

    Tables(Map<Schema, List<TableRow>> rows) {
        this.rows = new EnumMap<>(rows);
    }

    List<TableRow> all(Schema schema) {
        return rows.get(schema);
    }

    /** Rows that decide. */
    Stream<TableRow> deciding(Schema schema) {
        return all(schema).stream().filter(row -> row.get("状态").equals(Status.正式.name()));
    }

    /** Rows that are not kept for the record only; a table without 状态 has no others. */
    Stream<TableRow> live(Schema schema) {
        return all(schema).stream().filter(row -> !row.get("状态").equals(Status.停用.name()));
    }

    /** Tables of a kind, by whether they have a column. */
    static Stream<Schema> having(String column) {
        return Stream.of(Schema.values()).filter(schema -> schema.columns().stream().anyMatch(c -> c.title().equals(column)));
    }

    /** The tables with the three condition cells. */
    static Stream<Schema> judging() {
        return having("须全有");
    }

    /** The facts that a row asks for or forbids. */
    static Stream<String> asked(TableRow row) {
        return Stream.of("须全有", "须有其一", "不得有").flatMap(column -> row.list(column).stream());
    }

    /** The facts that a row asks for, forbids or strikes. */
    static Stream<String> facts(TableRow row, Set<String> vocabulary) {
        return Stream.concat(asked(row), row.list("排除对象").stream().filter(vocabulary::contains));
    }

    /** The concepts that a row recognises words by. */
    static Stream<String> concepts(TableRow row) {
        return row.schema().columns().stream().filter(column -> column.kind() == Column.Kind.CONCEPTS)
                .flatMap(column -> row.list(column.title()).stream());
    }
}
