package cn.jianwang.difference;

import java.util.Arrays;
import java.util.List;

/**
 * One difference between two rule sets, as a person makes it: a changed cell, or a row that was added, removed or moved.
 *
 * @param table  title of the table
 * @param file   path of the file relative to the rules folder; that of the new rules unless the row is gone
 * @param row    id of the row, or the name that a vocabulary row defines
 * @param name   what the row is called, empty where it has no name
 * @param column changed column; empty for a whole row
 * @param before cell text in the old rules; for a removed row its cells
 * @param after  cell text in the new rules; for an added row its cells
 */
public record Edit(Kind kind, String table, String file, String row, String name, String column, String before, String after) {

    private static final int LONGEST = 120;

    /** The names are the words that reports use. */
    public enum Kind {
        /** A cell says something else. */
        改格,
        /** A row is new. */
        加行,
        /** A row is gone. */
        删行,
        /** A row stands elsewhere in a table where the order decides. */
        移行,
        /** The generic rules of the engine changed; a developer's change. */
        机制
    }

    /** Where it is, as a person reads it. */
    public String place() {
        String which = row + (name.isEmpty() || name.equals(row) ? "" : "「" + name + "」");
        return table + " " + file + (which.isEmpty() ? "" : " " + which) + (column.isEmpty() ? "" : " · " + column);
    }

    /** What it is, as a person reads it; list cells are told by the items that came and went. */
    public String what() {
        return switch (kind) {
            case 加行 -> "加一行：" + shorten(after);
            case 删行 -> "删一行：" + shorten(before);
            case 移行 -> "换了位置：" + after;
            case 机制 -> "引擎机制有改动";
            case 改格 -> cell();
        };
    }

    @Override
    public String toString() {
        return place() + "：" + what();
    }

    private String cell() {
        List<String> old = items(before);
        List<String> now = items(after);
        if (before.contains("；") || after.contains("；") || before.isEmpty() || after.isEmpty()) {
            List<String> came = now.stream().filter(item -> !old.contains(item)).toList();
            List<String> went = old.stream().filter(item -> !now.contains(item)).toList();
            if (!came.isEmpty() || !went.isEmpty()) {
                String plus = came.isEmpty() ? "" : "加 " + shorten(String.join("；", came));
                String minus = went.isEmpty() ? "" : "去 " + shorten(String.join("；", went));
                return plus + (plus.isEmpty() || minus.isEmpty() ? "" : "，") + minus;
            }
        }
        return "「" + shorten(before) + "」→「" + shorten(after) + "」";
    }

    private static List<String> items(String cell) {
        return Arrays.stream(cell.split("[；;\n]")).map(String::strip).filter(item -> !item.isEmpty()).toList();
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
