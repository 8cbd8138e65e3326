package cn.jianwang.workbook;

import cn.jianwang.rulebook.Column;
import cn.jianwang.rulebook.Problem;
import cn.jianwang.rulebook.RuleFile;
import cn.jianwang.rulebook.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads a workbook back into rule files, whatever WPS or Excel made of it, and collects every problem. */
final class WorkbookReader {

    private static final Set<String> OURS = Set.of(SheetShape.GUIDE, SheetShape.OPTIONS, SheetShape.PRINTS);

    private final String name;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final Map<String, RuleFile> files = new TreeMap<>();
    private final Map<String, List<Integer>> sheetRows = new HashMap<>();
    private final Map<String, String> prints = new HashMap<>();
    private final List<Schema> tables = new ArrayList<>();
    private final Map<Schema, Map<String, Integer>> headers = new HashMap<>();

    private WorkbookReader(String name) {
        this.name = name;
    }

    /**
     * What a workbook says.
     *
     * @param tables    tables that have a sheet
     * @param files     their files by path; usable only where there are no problems
     * @param sheetRows number of the sheet's row, from 1, for every row of a file
     * @param headers   position of every column on its sheet
     * @param prints    what each file was when it was exported, by path; empty where the workbook does not tell
     * @param problems  what must be mended first; sorted by sheet and row
     * @param notices   what the person should know
     */
    record Content(List<Schema> tables, Map<String, RuleFile> files, Map<String, List<Integer>> sheetRows,
                   Map<Schema, Map<String, Integer>> headers, Map<String, String> prints, List<Problem> problems,
                   List<String> notices) {
    }

    static Content read(Path workbook) {
        WorkbookReader reader = new WorkbookReader(workbook.getFileName().toString());
        reader.collect(workbook);
        return new Content(List.copyOf(reader.tables), reader.files, reader.sheetRows, reader.headers, reader.prints,
                List.copyOf(reader.problems), List.copyOf(reader.notices));
    }

    private void collect(Path workbook) {
        List<RawSheet> sheets;
        PackageScan scan;
        try {
            scan = PackageScan.of(workbook);
            sheets = scan.macros() ? List.of() : sheets(workbook);
        } catch (PackageScan.NoWorkbookException e) {
            add(WorkbookMistake.G09, "", "", "", e.getMessage(), "在 WPS 中打开，另存为 xlsx（不设密码）");
            return;
        }
        if (scan.macros()) {
            add(WorkbookMistake.G03, "", "", "", "工作簿里有宏，一律不收", "不要启用宏，另存为不带宏的 xlsx");
            return;
        }
        sheets.forEach(sheet -> sheet(sheet, scan));
        List<String> missing = Arrays.stream(Schema.values()).filter(table -> !tables.contains(table)).map(Schema::name).toList();
        if (!missing.isEmpty()) {
            notices.add("工作簿里没有这些工作表，对应的规则不改：" + String.join("、", missing));
        }
    }

    /** A sheet as the library reads it. */
    private record RawSheet(String title, List<Row> rows, boolean date1904) {
    }

    private static List<RawSheet> sheets(Path workbook) throws PackageScan.NoWorkbookException {
        try (ReadableWorkbook readable = new ReadableWorkbook(workbook.toFile(), new ReadingOptions(true, false))) {
            List<RawSheet> sheets = new ArrayList<>();
            for (Sheet sheet : readable.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    sheets.add(new RawSheet(sheet.getName(), rows.toList(), readable.isDate1904()));
                }
            }
            return sheets;
        } catch (IOException | RuntimeException broken) {
            throw new PackageScan.NoWorkbookException("不是完好的 xlsx 文件");
        }
    }

    private void sheet(RawSheet sheet, PackageScan scan) {
        String title = sheet.title();
        List<Row> rows = sheet.rows();
        if (title.equals(SheetShape.PRINTS)) {
            rows.stream().filter(row -> row.getCellCount() > 1).forEach(row -> prints.put(row.getCellText(0), row.getCellText(1)));
            return;
        }
        if (OURS.contains(title)) {
            return;
        }
        Schema table = Arrays.stream(Schema.values()).filter(schema -> schema.name().equals(title)).findFirst().orElse(null);
        if (table == null) {
            if (rows.stream().flatMap(Row::stream).anyMatch(cell -> cell != null && !cell.getText().isBlank())) {
                add(WorkbookMistake.G07, title, "", "", "不认识的工作表「" + title + "」，里面的内容不会写回规则", "把内容移到规定的工作表里，删去这一张；或者改回原来的名称");
            }
            return;
        }
        tables.add(table);
        scan.merged().getOrDefault(title, List.of()).forEach(range -> add(WorkbookMistake.G02, title, range, "",
                "合并单元格 " + range + " 只有左上角一格有内容", "取消合并，每一格各填各的"));
        hidden(title, rows, scan.hidden().getOrDefault(title, List.of()));
        table(table, rows, sheet.date1904());
    }

    private void hidden(String title, List<Row> rows, List<String> columns) {
        long hiddenRows = rows.stream().filter(Row::isHidden).count();
        if (hiddenRows > 0) {
            notices.add("「" + title + "」有 " + hiddenRows + " 行是隐藏的（可能正在筛选），照样读取");
        }
        if (!columns.isEmpty()) {
            notices.add("「" + title + "」有隐藏的列 " + String.join("、", columns) + "，照样读取");
        }
    }

    private void table(Schema table, List<Row> rows, boolean date1904) {
        SheetShape shape = new SheetShape(table);
        Map<String, Integer> header = header(shape, rows);
        headers.put(table, header);
        if (!header.keySet().containsAll(shape.titles())) {
            return;
        }
        Map<String, List<List<String>>> byFile = new LinkedHashMap<>();
        if (!table.isFolder()) {
            byFile.put(table.path(), new ArrayList<>());
        }
        for (Row row : rows) {
            if (row.getRowNum() > 1) {
                row(shape, table, row, header, byFile, date1904);
            }
        }
        byFile.forEach((path, all) -> files.put(path, new RuleFile(table, path, all)));
    }

    private Map<String, Integer> header(SheetShape shape, List<Row> rows) {
        Map<String, Integer> header = new LinkedHashMap<>();
        List<String> titles = shape.titles();
        Row first = rows.stream().filter(row -> row.getRowNum() == 1).findFirst().orElse(null);
        for (int i = 0; first != null && i < first.getCellCount(); i++) {
            String title = first.getCell(i) == null ? "" : SheetShape.unescaped(first.getCell(i).getText()).strip();
            if (title.isEmpty()) {
                continue;
            }
            String cell = SheetShape.letters(i) + "1";
            if (!titles.contains(title)) {
                add(WorkbookMistake.G05, shape.sheet(), cell, "", "不认识的列「" + title + "」", "改回规定的列名，或删去这一列");
            } else if (header.putIfAbsent(title, i) != null) {
                add(WorkbookMistake.G05, shape.sheet(), cell, "", "列「" + title + "」出现了两次", "只留一列");
            }
        }
        titles.stream().filter(title -> !header.containsKey(title)).forEach(title -> add(WorkbookMistake.G05, shape.sheet(), "", "",
                "缺少列「" + title + "」", "在第 1 行补上这一列（可以留空）"));
        return header;
    }

    private void row(SheetShape shape, Schema table, Row row, Map<String, Integer> header, Map<String, List<List<String>>> byFile,
                     boolean date1904) {
        List<String> cells = new ArrayList<>();
        Map<Integer, CellText.NotTextException> refused = new TreeMap<>();
        for (Column column : table.columns()) {
            cells.add(text(row, header.get(column.title()), column, date1904, refused));
        }
        String file = shape.offset() == 0 ? "" : text(row, header.get(SheetShape.FILE), null, date1904, refused).strip();
        List<String> canonical = RuleFile.row(table, cells);
        String key = canonical.get(shape.keyColumn() - shape.offset());
        refused.forEach((column, problem) -> add(problem.mistake(), shape.sheet(), SheetShape.letters(column) + row.getRowNum(), key,
                problem.getMessage(), problem.mend()));
        beyond(shape, row, header, key);
        boolean blank = canonical.stream().allMatch(String::isEmpty);
        if (shape.offset() == 1 && !(blank && file.isEmpty()) && !SheetShape.isFileName(file)) {
            String message = file.isEmpty() ? "没有写存在哪个文件" : "「" + file + "」不能作文件名";
            add(WorkbookMistake.G06, shape.sheet(), SheetShape.letters(header.get(SheetShape.FILE)) + row.getRowNum(), key, message,
                    "从下拉里选一个文件；新文件只用字母、数字和连字符，以 .csv 结尾");
            return;
        }
        if (blank && file.isEmpty()) {
            return;
        }
        String path = shape.offset() == 0 ? table.path() : table.path() + file;
        List<List<String>> rows = byFile.computeIfAbsent(path, p -> new ArrayList<>());
        if (!blank) {
            rows.add(canonical);
            sheetRows.computeIfAbsent(path, p -> new ArrayList<>()).add(row.getRowNum());
        }
    }

    private static String text(Row row, int column, Column of, boolean date1904, Map<Integer, CellText.NotTextException> refused) {
        try {
            return column < row.getCellCount() ? CellText.of(row.getCell(column), of, date1904) : "";
        } catch (CellText.NotTextException e) {
            refused.put(column, e);
            return "";
        }
    }

    /** Cells in columns without a header would be lost. */
    private void beyond(SheetShape shape, Row row, Map<String, Integer> header, String key) {
        for (Cell cell : row) {
            if (cell != null && !header.containsValue(cell.getColumnIndex()) && !cell.getText().isBlank()) {
                add(WorkbookMistake.G05, shape.sheet(), SheetShape.letters(cell.getColumnIndex()) + row.getRowNum(), key,
                        "这一列没有规定的列名，里面的内容不会写回规则", "移到有列名的列里，或者删去");
            }
        }
    }

    private void add(WorkbookMistake mistake, String sheet, String cell, String row, String message, String mend) {
        problems.add(mistake.problem(sheet, name, cell, row, message, mend));
    }
}
