package cn.jianwang.workbook;

import cn.jianwang.rulebook.Column;
import cn.jianwang.rulebook.RuleFile;
import cn.jianwang.rulebook.RuleSet;
import cn.jianwang.rulebook.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ListDataValidation;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Worksheet;

/** Dropdowns for the columns of closed vocabularies; what is added to a vocabulary sheet can be chosen at once. */
final class Dropdowns {

    /** Rows below the last one that get a dropdown too, for new rows and new words. */
    private static final int SPARE = 1000;
    /** Columns of free text that mostly name something of a vocabulary. */
    private static final Map<String, Schema> NAMED = Map.of("承办部门", Schema.部门词表, "主管机关", Schema.机关词表, "监管主管", Schema.机关词表,
            "处罚实施", Schema.机关词表, "领域", Schema.领域词表, "替代为", Schema.法律依据);

    private final RuleSet rules;
    private final Map<Schema, Worksheet> sheets;
    private final Worksheet options;
    private final Map<List<String>, Range> written = new HashMap<>();

    Dropdowns(RuleSet rules, Map<Schema, Worksheet> sheets, Worksheet options) {
        this.rules = rules;
        this.sheets = sheets;
        this.options = options;
        options.setVisibilityState(VisibilityState.HIDDEN);
    }

    /** Adds the dropdowns of a table that ends before a row. */
    void add(Schema table, int end) {
        SheetShape shape = new SheetShape(table);
        Worksheet sheet = sheets.get(table);
        if (table.isFolder()) {
            list(rules.files(table).stream().map(file -> shape.fileCell(file.path())).toList())
                    .ifPresent(range -> suggest(sheet, 0, end, range));
        }
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            int at = i + shape.offset();
            source(column).ifPresent(range -> {
                if (column.kind() == Column.Kind.CHOICE) {
                    demand(sheet, at, end, range, column);
                } else {
                    suggest(sheet, at, end, range);
                }
            });
        }
    }

    private Optional<Range> source(Column column) {
        return switch (column.kind()) {
            case CHOICE, CHOICES -> list(column.options());
            case FACT, FACTS -> Optional.of(keys(Schema.事实词表));
            case LEAD, LEADS -> Optional.of(keys(Schema.线索类型词表));
            case BASIS -> Optional.of(keys(Schema.法律依据));
            case CONCEPTS -> list(concepts());
            default -> Optional.ofNullable(NAMED.get(column.title())).map(this::keys);
        };
    }

    private Range keys(Schema table) {
        int rows = rules.files(table).stream().mapToInt(file -> Math.max(1, file.rows().size())).sum();
        int column = new SheetShape(table).keyColumn();
        return sheets.get(table).range(1, column, rows + SPARE, column);
    }

    private Collection<String> concepts() {
        int concept = new SheetShape(Schema.词库).titles().indexOf("概念") - 1;
        TreeSet<String> concepts = new TreeSet<>();
        for (RuleFile file : rules.files(Schema.词库)) {
            file.rows().forEach(row -> concepts.add(row.get(concept)));
        }
        concepts.remove("");
        return concepts;
    }

    /** A list of its own on the hidden sheet; the same list is written once. */
    private Optional<Range> list(Collection<String> items) {
        List<String> list = new ArrayList<>(items);
        if (list.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(written.computeIfAbsent(list, key -> {
            int column = written.size();
            for (int i = 0; i < list.size(); i++) {
                options.value(i, column, SheetShape.escaped(list.get(i)));
            }
            return options.range(0, column, list.size() - 1, column);
        }));
    }

    /** Nothing else may be typed. */
    private static void demand(Worksheet sheet, int column, int end, Range range, Column of) {
        validation(sheet, column, end, range).errorStyle(DataValidationErrorStyle.STOP).showErrorMessage(true)
                .errorTitle(of.title()).error("只能填：" + String.join("、", of.options()));
    }

    /** Something else may be typed: several items, or a word that is not in the vocabulary yet. */
    private static void suggest(Worksheet sheet, int column, int end, Range range) {
        validation(sheet, column, end, range).showErrorMessage(false).errorTitle("").error("");
    }

    private static ListDataValidation validation(Worksheet sheet, int column, int end, Range range) {
        return sheet.range(1, column, end + SPARE, column).validateWithList(range).allowBlank(true).showDropdown(true);
    }
}
