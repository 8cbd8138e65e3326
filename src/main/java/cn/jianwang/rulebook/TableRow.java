package cn.jianwang.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One row of a table with its place.
 *
 * @param cells cell texts by header in the form of {@link CellForm}; blank cells are empty strings
 * @param line  line of the text file where the row starts
 * @param sheetRow row number as a spreadsheet shows it
 */
record TableRow(Schema schema, String file, int line, int sheetRow, Map<String, String> cells, Map<String, Integer> columnOf) {


    String get(String column) {
        return cells.getOrDefault(column, "");
    }

    String key() {
        return get(schema.key());
    }

    /** The items of a list cell. */
    List<String> list(String column) {
        Column.Kind kind = schema.columns().stream().filter(c -> c.title().equals(column)).map(Column::kind).findFirst()
                .orElse(Column.Kind.WORDS);
        return split(kind, get(column));
    }

    /** The examples of a cell. */
    List<String> examples(String column) {
        return splitExamples(get(column));
    }

    static List<String> splitExamples(String cell) {
        List<String> items = new ArrayList<>();
        for (String item : cell.split("[｜|]")) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }

    Problem problem(Mistake mistake, String column, String message, String mend) {
        Integer index = columnOf.get(column);
        String cell = index == null ? "" : sheetColumn(index) + sheetRow;
        String shown = column.isEmpty() ? message : column + "：" + message;
        return new Problem(mistake.name(), mistake.title(), schema.name(), file, line, cell, key(), shown, mend);
    }

    /** Items stand between separators; one inside brackets belongs to its item. */
    static List<String> split(Column.Kind kind, String cell) {
        String separators = separators(kind);
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        int depth = 0;
        for (int i = 0; i <= cell.length(); i++) {
            char c = i < cell.length() ? cell.charAt(i) : '；';
            depth = Math.max(0, depth + (c == '（' || c == '(' ? 1 : c == '）' || c == ')' ? -1 : 0));
            if (i < cell.length() && (depth > 0 || separators.indexOf(c) < 0)) {
                item.append(c);
                continue;
            }
            String text = item.toString().strip();
            if (!text.isEmpty() && !items.contains(text)) {
                items.add(text);
            }
            item.setLength(0);
        }
        return items;
    }

    /** 、 may belong to a phrase and a comma to a word, but neither to a name of a closed vocabulary. */
    private static String separators(Column.Kind kind) {
        return switch (kind) {
            case PHRASES -> "；;|\n";
            case WORDS -> "；;|\n、";
            default -> "；;|\n、，,";
        };
    }

    static String sheetColumn(int index) {
        StringBuilder letters = new StringBuilder();
        for (int n = index; n >= 0; n = n / 26 - 1) {
            letters.insert(0, (char) ('A' + n % 26));
        }
        return letters.toString();
    }
}
