package cn.jianwang.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rule sets of random rows, most of them not sound, with everything that ever broke a spreadsheet in their cells. */
public final class RandomRuleSets {

    private static final List<String> PIECES = List.of("污水", "甲", "\"", "\"\"", "'", ",", "，", "；", ";", "、", "|", "｜", "\n", "\r\n",
            "😀", "👨‍👩‍👧", "𠮷", "007", "0", "1", "12", "330803101201", "3.3E+11", " ", "  ", "\u00A0", "\u3000", "\t", "=1+1", "-3", "@", "+",
            "<b>&amp;", "_x000D_", "_x0041_", "&#10;", "]]>", "（", "）", "(", ")", "【", "】", "TRUE", "null", "#N/A", "#", "2026/11/1",
            "2026-01-31", "2026年2月30日", "Ａ", "１", "*", "草稿", "正式", "\u200B", "'=", "%", "\\", "\\n", "é", "ﷺ");

    private final Random random;

    public RandomRuleSets(long seed) {
        this.random = new Random(seed);
    }

    /** All tables; folders with up to three files, some without a row. */
    public RuleSet next() {
        List<RuleFile> files = new ArrayList<>();
        for (Schema table : Schema.values()) {
            int count = table.isFolder() ? random.nextInt(4) : 1;
            for (int i = 0; i < count; i++) {
                files.add(new RuleFile(table, table.isFolder() ? table.path() + (char) ('a' + i) + ".csv" : table.path(), rows(table)));
            }
        }
        return new RuleSet(files);
    }

    private List<List<String>> rows(Schema table) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            rows.add(RuleFile.row(table, rawRow(table)));
        }
        rows.removeIf(RandomRuleSets::isBlank);
        return rows;
    }

    /** No file can say such a row. */
    private static boolean isBlank(List<String> row) {
        return row.stream().allMatch(String::isEmpty);
    }

    /** Cells as someone may type them. */
    List<String> rawRow(Schema table) {
        return table.columns().stream().map(column -> rawCell()).toList();
    }

    private String rawCell() {
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            cell.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return cell.toString();
    }

    /** The same rule set after a few random edits; may be equal. */
    public RuleSet edited(RuleSet rules) {
        List<RuleFile> files = new ArrayList<>(rules.files());
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(files.size());
            RuleFile file = files.get(at);
            List<List<String>> rows = new ArrayList<>(file.rows());
            switch (random.nextInt(4)) {
                case 0 -> rows.add(random.nextInt(rows.size() + 1), RuleFile.row(file.table(), rawRow(file.table())));
                case 1 -> java.util.Collections.shuffle(rows, random);
                case 2 -> {
                    if (!rows.isEmpty()) {
                        rows.remove(random.nextInt(rows.size()));
                    }
                }
                default -> {
                    if (!rows.isEmpty()) {
                        int row = random.nextInt(rows.size());
                        List<String> cells = new ArrayList<>(rows.get(row));
                        cells.set(random.nextInt(cells.size()), rawCell());
                        rows.set(row, RuleFile.row(file.table(), cells));
                    }
                }
            }
            rows.removeIf(RandomRuleSets::isBlank);
            files.set(at, new RuleFile(file.table(), file.path(), rows));
        }
        return new RuleSet(files);
    }
}
