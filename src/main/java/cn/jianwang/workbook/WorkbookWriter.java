package cn.jianwang.workbook;

import cn.jianwang.rulebook.Column;
import cn.jianwang.rulebook.Problem;
import cn.jianwang.rulebook.RuleFile;
import cn.jianwang.rulebook.RuleSet;
import cn.jianwang.rulebook.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a rule set as a workbook: a sheet for every table, all cells as text so that no program rewrites a code or a
 * date, dropdowns from the vocabularies, the help of each column as a note on its frozen header, and cells with a problem
 * coloured, with the problem as their note.
 */
public final class WorkbookWriter {

    private static final String TEXT = "@";
    private static final String HEADER_FILL = "DDEBF7";
    private static final String PROBLEM_FILL = "FFC7CE";
    private static final int LONGEST_CELL = 32_767;

    private final RuleSet rules;
    private final Map<RuleSet.Place, List<Problem>> problems = new LinkedHashMap<>();
    private final List<String[]> problemList = new ArrayList<>();

    private WorkbookWriter(RuleSet rules) {
        this.rules = rules;
    }

    /**
     * Writes the workbook.
     *
     * @param rules    what to write
     * @param problems the problems of {@code rules} with their places
     * @param version  the release that the rules are of, for the reader's eyes
     * @param out      is not closed
     * @throws WorkbookException where a cell is longer than a sheet can hold
     */
    public static void write(RuleSet rules, Map<Problem, RuleSet.Place> problems, String version, OutputStream out) throws IOException {
        WorkbookWriter writer = new WorkbookWriter(rules);
        problems.forEach((problem, place) -> writer.problems.computeIfAbsent(place, p -> new ArrayList<>()).add(problem));
        try (Workbook workbook = new Workbook(out, "jianwang", null)) {
            writer.write(workbook, version);
        }
    }

    private void write(Workbook workbook, String version) throws IOException {
        Worksheet guide = workbook.newWorksheet(SheetShape.GUIDE);
        Map<Schema, Worksheet> sheets = new LinkedHashMap<>();
        for (Schema table : Schema.values()) {
            sheets.put(table, workbook.newWorksheet(new SheetShape(table).sheet()));
        }
        Dropdowns dropdowns = new Dropdowns(rules, sheets, workbook.newWorksheet(SheetShape.OPTIONS));
        for (Map.Entry<Schema, Worksheet> entry : sheets.entrySet()) {
            int rows = table(entry.getKey(), entry.getValue());
            dropdowns.add(entry.getKey(), rows);
        }
        guide(guide, version);
        prints(workbook.newWorksheet(SheetShape.PRINTS));
    }

    private int table(Schema table, Worksheet sheet) {
        SheetShape shape = new SheetShape(table);
        List<String> titles = shape.titles();
        for (int i = 0; i < titles.size(); i++) {
            sheet.value(0, i, titles.get(i));
            sheet.comment(0, i, shape.help(titles.get(i)));
            sheet.width(i, width(table, titles.get(i)));
            sheet.style(i).format(TEXT).set();
        }
        sheet.range(0, 0, 0, titles.size() - 1).style().bold().fillColor(HEADER_FILL).format(TEXT).set();
        sheet.freezePane(shape.keyColumn() + 1, 1);
        int row = 1;
        for (RuleFile file : rules.files(table)) {
            if (file.rows().isEmpty() && table.isFolder()) {
                sheet.value(row, 0, shape.fileCell(file.path()));
                row++;
            }
            for (int i = 0; i < file.rows().size(); i++, row++) {
                row(sheet, shape, file, i, row);
            }
        }
        if (row > 1) {
            sheet.range(1, 0, row - 1, titles.size() - 1).style().format(TEXT).set();
        }
        sheet.setAutoFilter(0, 0, Math.max(1, row - 1), titles.size() - 1);
        mark(table, sheet, shape);
        return row;
    }

    private static void row(Worksheet sheet, SheetShape shape, RuleFile file, int index, int row) {
        if (shape.offset() == 1) {
            sheet.value(row, 0, shape.fileCell(file.path()));
        }
        List<String> cells = file.rows().get(index);
        for (int c = 0; c < cells.size(); c++) {
            String cell = SheetShape.escaped(cells.get(c));
            if (cell.length() > LONGEST_CELL) {
                throw new WorkbookException(file.path() + " 第 " + (index + 1) + " 条「" + file.table().columns().get(c).title()
                                            + "」有 " + cell.length() + " 个字，工作簿的一格最多 " + LONGEST_CELL + " 个字。请拆成几行，或者直接改 CSV 文件。");
            }
            if (!cell.isEmpty()) {
                sheet.value(row, c + shape.offset(), cell);
            }
        }
    }

    /** Colours the cells with problems of a table and notes where they stand. */
    private void mark(Schema table, Worksheet sheet, SheetShape shape) {
        int row = 1;
        for (RuleFile file : rules.files(table)) {
            row += file.rows().isEmpty() && table.isFolder() ? 1 : 0;
            for (int i = 0; i < file.rows().size(); i++, row++) {
                for (int c = 0; c < table.columns().size(); c++) {
                    List<Problem> here = problems.get(new RuleSet.Place(file.path(), i, c));
                    if (here != null) {
                        mark(sheet, shape, row, c + shape.offset(), here);
                    }
                }
            }
        }
    }

    private void mark(Worksheet sheet, SheetShape shape, int row, int column, List<Problem> here) {
        sheet.style(row, column).fillColor(PROBLEM_FILL).format(TEXT).set();
        List<String> notes = new ArrayList<>();
        for (Problem problem : here) {
            notes.add("[" + problem.code() + " " + problem.title() + "] " + problem.message() + "\n怎么改：" + problem.mend());
            problemList.add(new String[] {shape.sheet(), SheetShape.letters(column) + (row + 1), problem.row(),
                    problem.code() + " " + problem.title(), problem.message(), problem.mend()});
        }
        sheet.comment(row, column, String.join("\n\n", notes));
    }

    private static double width(Schema table, String title) {
        if (title.equals(SheetShape.FILE) && table.isFolder()) {
            return 22;
        }
        Column.Kind kind = table.columns().stream().filter(c -> c.title().equals(title)).findFirst().orElseThrow().kind();
        return switch (kind) {
            case CHOICE, NUMBER -> 9;
            case DATE, CHOICES -> 12;
            case ID, LEAD, CODE -> 16;
            case EXAMPLES -> 60;
            default -> 26;
        };
    }

    private void guide(Worksheet sheet, String version) {
        List<String> lines = new ArrayList<>(List.of("规则工作簿（规则版本 " + version + "）",
                "一张工作表就是一张规则表；表头上的批注说明每一列怎么填，有下拉的格从下拉里选，几项之间用；隔开。",
                "不要改工作表的名称和表头，不要合并单元格，不要写公式，不要用宏。颜色、筛选、隐藏、批注都不会带回规则。",
                "改完另存为 xlsx，运行 rules import 看改了什么；核对无误，再加 --apply 写回规则文件夹。"));
        lines.add(problemList.isEmpty() ? "导出时规则检查通过。" : "导出时有 " + problemList.size() + " 个问题，列在下面；所在的格已经标红，批注里写了怎么改。");
        for (int i = 0; i < lines.size(); i++) {
            sheet.value(i, 0, lines.get(i));
        }
        sheet.style(0, 0).bold().set();
        int row = lines.size() + 1;
        if (!problemList.isEmpty()) {
            String[] titles = {"工作表", "单元格", "编号", "类别", "问题", "怎么改"};
            double[] widths = {12, 9, 16, 18, 60, 60};
            for (int c = 0; c < titles.length; c++) {
                sheet.value(row, c, titles[c]);
                sheet.width(c, widths[c]);
            }
            sheet.range(row, 0, row, titles.length - 1).style().bold().fillColor(HEADER_FILL).set();
            for (String[] problem : problemList) {
                row++;
                for (int c = 0; c < problem.length; c++) {
                    sheet.value(row, c, SheetShape.escaped(problem[c]));
                }
            }
        }
    }

    /** What each file was when it was exported, so that the import sees what others changed meanwhile. */
    private void prints(Worksheet sheet) {
        sheet.setVisibilityState(VisibilityState.HIDDEN);
        int row = 0;
        for (RuleFile file : rules.files()) {
            sheet.value(row, 0, file.path());
            sheet.value(row, 1, FilePrint.of(file));
            row++;
        }
    }
}
