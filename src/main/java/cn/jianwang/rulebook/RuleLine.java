package cn.jianwang.rulebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One row of any table as it is written, whatever its status.
 *
 * @param table Chinese title of the table
 * @param key   what names the row: its id, or where the table has none, the cells that tell it from the others
 * @param named whether the key is an id, which may never be used for anything else
 * @param cells trimmed cell texts by header; blank cells are empty strings
 */
public record RuleLine(String table, String key, boolean named, String file, int line, Map<String, String> cells) {

    /** Columns that a person reads and that decide nothing. */
    private static final Set<String> WORDS = Set.of("说明", "规则名", "起草", "复核", "来源", "正例", "反例", "可信度", "日期可信度", "变动提示",
            "最后核对日", "核对人", "要旨");
    private static final Set<String> ID_COLUMNS = Set.of("编号", "编码");
    /** What a row of a table is about: an id that is about something else has been used again. */
    private static final List<String> SUBJECTS = List.of("线索类型", "事实", "移送去向", "标签", "法律名称");

    /** All rows of a rules folder, tables in their fixed order; files that cannot be read count as empty. */
    public static List<RuleLine> readAll(Path root) {
        List<RuleLine> lines = new ArrayList<>();
        TableReader reader = new TableReader(root.toAbsolutePath().normalize(), new ArrayList<>());
        for (Schema schema : Schema.values()) {
            boolean named = ID_COLUMNS.contains(schema.key()) && schema != Schema.区划表;
            for (TableRow row : reader.read(schema)) {
                String key = schema == Schema.词库 ? row.get("词语") + "（" + row.get("概念") + "）" : row.key();
                lines.add(new RuleLine(schema.name(), key, named, row.file(), row.line(), row.cells()));
            }
        }
        return List.copyOf(lines);
    }

    public String get(String column) {
        return cells.getOrDefault(column, "");
    }

    /** What the row is about, as far as its table says; empty otherwise. */
    public String subject() {
        return SUBJECTS.stream().map(this::get).filter(cell -> !cell.isEmpty()).findFirst().orElse("");
    }

    /** The cells that decide, in the order of the header. */
    public List<String> deciding() {
        return cells.entrySet().stream().filter(cell -> !WORDS.contains(cell.getKey())).map(Map.Entry::toString).toList();
    }
}
