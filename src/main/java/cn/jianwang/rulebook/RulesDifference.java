package cn.jianwang.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What differs between two rule sets, row by row and cell by cell. Empty exactly where the sets are equal: nothing that
 * a file says, not even the order of its rows, can change without an entry.
 *
 * @param entries in the order of tables, files and rows; rows that are gone come where they were
 */
public record RulesDifference(List<Entry> entries) {

    /** What became of a row or file. */
    public enum Kind {
        新增, 删除, 改动, 移位, 新文件, 文件删除
    }

    /**
     * One row or file that is not what it was.
     *
     * @param file  path of the file, the new one where the row moved to another
     * @param key   what names the row; empty for a file
     * @param cells cells that changed; all that are not blank for a new row or one that is gone; empty for a move
     * @param from  where the row came from, or after which row it now stands; empty where it did not move
     */
    public record Entry(Kind kind, Schema table, String file, String key, List<Cell> cells, String from) {

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(table.name()).append(' ').append(file).append(key.isEmpty() ? "" : "  " + key)
                    .append("  ").append(kind.name());
            if (!from.isEmpty()) {
                text.append("（").append(from).append("）");
            }
            cells.forEach(cell -> text.append("\n  ").append(cell));
            return text.toString();
        }
    }

    /**
     * A cell that changed.
     *
     * @param before its text, empty in a new row
     * @param after  its text, empty in a row that is gone
     */
    public record Cell(Column column, String before, String after) {

        @Override
        public String toString() {
            if (before.isEmpty() || after.isEmpty()) {
                return column.title() + "：" + (before.isEmpty() ? "＋" + after : "－" + before);
            }
            return column.title() + "：" + (items().isEmpty() ? before + " → " + after : String.join(" ", items()));
        }

        private List<String> items() {
            List<String> old = split(before);
            List<String> now = split(after);
            List<String> items = new ArrayList<>();
            now.stream().filter(item -> !old.contains(item)).forEach(item -> items.add("＋" + item));
            old.stream().filter(item -> !now.contains(item)).forEach(item -> items.add("－" + item));
            return items;
        }

        private List<String> split(String cell) {
            return switch (column.kind()) {
                case CHOICES, FACTS, CONCEPTS, LEADS, BASIS, WORDS, PHRASES -> TableRow.split(column.kind(), cell);
                case EXAMPLES -> TableRow.splitExamples(cell);
                default -> List.of();
            };
        }
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** How many rows are new, gone, changed and moved, in Chinese. */
    public String summary() {
        List<String> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            long count = entries.stream().filter(entry -> entry.kind() == kind).count();
            if (count > 0) {
                boolean files = kind == Kind.新文件 || kind == Kind.文件删除;
                parts.add(kind.name() + " " + count + (files ? " 个" : " 行"));
            }
        }
        return parts.isEmpty() ? "没有不同" : String.join("，", parts);
    }

    /** Compares two rule sets. */
    public static RulesDifference between(RuleSet before, RuleSet after) {
        List<Entry> entries = new ArrayList<>();
        for (Schema table : Schema.values()) {
            files(table, before, after, entries);
            entries.addAll(new RowMatching(table, before.files(table), after.files(table)).entries());
        }
        return new RulesDifference(List.copyOf(entries));
    }

    private static void files(Schema table, RuleSet before, RuleSet after, List<Entry> entries) {
        Set<String> old = paths(table, before);
        Set<String> now = paths(table, after);
        now.stream().filter(path -> !old.contains(path)).forEach(path -> entries.add(file(Kind.新文件, table, path)));
        old.stream().filter(path -> !now.contains(path)).forEach(path -> entries.add(file(Kind.文件删除, table, path)));
    }

    private static Set<String> paths(Schema table, RuleSet rules) {
        Set<String> paths = new LinkedHashSet<>();
        rules.files(table).forEach(file -> paths.add(file.path()));
        return paths;
    }

    private static Entry file(Kind kind, Schema table, String path) {
        return new Entry(kind, table, path, "", List.of(), "");
    }
}
