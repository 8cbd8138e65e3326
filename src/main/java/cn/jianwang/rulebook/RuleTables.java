package cn.jianwang.rulebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tables of one rules folder as rows of cells, before anything is made of them. Immutable. Rows can be exchanged, so
 * that rule sets which lie between two folders are checked and used without being written anywhere.
 */
public final class RuleTables {

    private final Map<Schema, List<TableRow>> tables;
    private final String version;
    private final String sha256;

    private RuleTables(Map<Schema, List<TableRow>> tables, String version, String sha256) {
        this.tables = tables;
        this.version = version;
        this.sha256 = sha256;
    }

    /**
     * Reads the files of a folder without checking what the cells say.
     *
     * @throws RulesException where a file cannot be read as a table
     */
    public static RuleTables read(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        List<Problem> problems = new ArrayList<>();
        Map<Schema, List<TableRow>> tables = RulebookReader.tables(root, problems);
        if (!problems.isEmpty()) {
            throw new RulesException(problems.stream().sorted().toList());
        }
        return new RuleTables(tables, RulesFolder.version(root), RulesFolder.sha256(root));
    }

    /** Titles of all tables, in their fixed order. */
    public static List<String> titles() {
        return List.of(Schema.values()).stream().map(Schema::name).toList();
    }

    /** Titles of the columns of a table, in their fixed order. */
    public static List<String> columns(String table) {
        return Schema.valueOf(table).columns().stream().map(Column::title).toList();
    }

    /** The rows of a table, files in path order. */
    public List<Entry> rows(String table) {
        return tables.get(Schema.valueOf(table)).stream().map(Entry::new).toList();
    }

    /** The same tables but for some, whose rows are given by title of the table. */
    public RuleTables with(Map<String, List<Entry>> changed) {
        Map<Schema, List<TableRow>> all = new EnumMap<>(tables);
        changed.forEach((table, rows) -> all.put(Schema.valueOf(table), rows.stream().map(entry -> entry.row).toList()));
        return new RuleTables(all, version, sha256);
    }

    /**
     * Checks cells, references and derivations as in a folder and makes a rulebook of the tables. Rows are not compared with
     * each other: rules that contradict each other or never get their turn can be tried, though not published.
     */
    public RulebookReader.Result inspect() {
        return RulebookReader.inspect(new EnumMap<>(tables), version, sha256);
    }

    public String version() {
        return version;
    }

    public String sha256() {
        return sha256;
    }

    /** One row of a table. Cells are trimmed; a blank cell is an empty string. */
    public static final class Entry {

        private final TableRow row;

        private Entry(TableRow row) {
            this.row = row;
        }

        public String table() {
            return row.schema().name();
        }

        /** Path of the file, relative to the rules folder. */
        public String file() {
            return row.file();
        }

        /** The line of the text file where the row starts. */
        public int line() {
            return row.line();
        }

        /** What names the row: its id, or the name that a vocabulary row defines. */
        public String key() {
            return row.key();
        }

        /** The cell as it is written; empty where the column is missing. */
        public String get(String column) {
            return row.get(column);
        }

        /** The items of a list cell; the whole cell where the column holds no list; empty for a blank cell. */
        public List<String> items(String column) {
            String cell = row.get(column);
            if (cell.isEmpty()) {
                return List.of();
            }
            return switch (kind(column)) {
                case CHOICES, FACTS, CONCEPTS, LEADS, BASIS, WORDS -> row.list(column);
                case EXAMPLES -> row.examples(column);
                default -> List.of(cell);
            };
        }

        /**
         * What a cell says, without regard to how it is written: two cells mean the same where these are equal. The order
         * of items counts only where it is seen in a decision.
         */
        public String meaning(String column) {
            String cell = row.get(column);
            return switch (kind(column)) {
                case CHOICES, FACTS, CONCEPTS, LEADS -> String.join("；", items(column).stream().sorted().toList());
                case BASIS, WORDS -> String.join("；", items(column));
                case EXAMPLES -> String.join("｜", items(column));
                case DATE -> References.date(cell).map(Object::toString).orElse(cell);
                case NUMBER -> References.number(cell).map(Object::toString).orElse(cell);
                default -> cell;
            };
        }

        /** The same row with other cells, given by column. */
        public Entry with(Map<String, String> changed) {
            Map<String, String> cells = new TreeMap<>(row.cells());
            cells.putAll(changed);
            return new Entry(new TableRow(row.schema(), row.file(), row.line(), row.sheetRow(), cells, row.columnOf()));
        }

        private Column.Kind kind(String column) {
            return row.schema().columns().stream().filter(c -> c.title().equals(column)).map(Column::kind).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(table() + "没有列「" + column + "」"));
        }
    }
}
