package cn.jianwang.rulebook;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the CSV files of a table, whatever WPS or Excel made of them, and collects every problem. */
final class TableReader {

    private static final String LEADS_TO_FORMULA = "=+-@＝＋－＠";
    private static final Pattern FORMULA_FAILED = Pattern.compile("#(REF!|NAME\\?|VALUE!|N/A|DIV/0!|NUM!|NULL!|SPILL!)|#{4,}");
    /** Excel leaves the last columns out of every such block of rows in which they are blank. */
    private static final int EXCEL_BLOCK = 16;

    private final Path root;
    private final List<Problem> problems;

    TableReader(Path root, List<Problem> problems) {
        this.root = root;
        this.problems = problems;
    }

    /** The rows of all files of a table, files in path order. */
    List<TableRow> read(Schema schema) {
        return files(schema).stream().flatMap(file -> file.rows().stream()).toList();
    }

    /** The files of a table in path order. */
    List<TableFile> files(Schema schema) {
        return paths(schema).stream().map(path -> file(schema, path)).toList();
    }

    private List<Path> paths(Schema schema) {
        Path path = root.resolve(schema.path());
        if (!Files.exists(path)) {
            problems.add(problem(Mistake.E10, schema, schema.path(), 0, "", "没有找到这张表", "从上一版规则中取回 " + schema.path()));
            return List.of();
        }
        if (!schema.isFolder()) {
            return List.of(path);
        }
        try (Stream<Path> found = Files.list(path)) {
            return found.filter(Files::isRegularFile).filter(StrayFiles::isTable).sorted().toList();
        } catch (IOException e) {
            problems.add(problem(Mistake.E10, schema, schema.path(), 0, "", "文件夹读不了", "检查文件夹权限"));
            return List.of();
        }
    }

    private TableFile file(Schema schema, Path path) {
        int before = problems.size();
        try {
            SheetText text = SheetText.parse(Files.readAllBytes(path));
            return table(schema, path, text);
        } catch (IOException e) {
            problems.add(fileProblem(schema, path, "文件读不了", "检查文件是否被占用、权限是否正确"));
        } catch (SheetText.UnreadableException e) {
            problems.subList(before, problems.size()).clear();
            problems.add(fileProblem(schema, path, e.getMessage(), e.mend()));
        }
        return new TableFile(schema, relative(path), null, Map.of(), List.of(), false);
    }

    private TableFile table(Schema schema, Path path, SheetText text) throws SheetText.UnreadableException {
        int before = problems.size();
        String name = relative(path);
        List<CsvRecord> records = text.records();
        int first = 0;
        while (first < records.size() && isBlank(records.get(first))) {
            first++;
        }
        if (first == records.size()) {
            problems.add(fileProblem(schema, path, "文件是空的", "至少要有一行表头"));
            return new TableFile(schema, name, text, Map.of(), List.of(), false);
        }
        Map<String, Integer> header = header(schema, name, records.get(first), text.charset());
        int width = records.get(first).getFieldCount();
        Unnamed unnamed = new Unnamed(schema, name, records.get(first));
        List<TableRow> rows = new ArrayList<>();
        boolean whole = problems.size() == before;
        for (int i = first + 1; i < records.size(); i++) {
            CsvRecord csv = records.get(i);
            if (isBlank(csv)) {
                continue;
            }
            TableRow row = row(schema, name, csv, i + 1, header);
            whole &= isWhole(row);
            if (csv.getFieldCount() < width && !leftOutByExcel(records, i, text.endsLine())) {
                whole = false;
                problems.add(row.problem(Mistake.E31, "", "这一行只有 " + csv.getFieldCount() + " 格，表头有 " + width + " 列，可能在中间断掉了",
                        "对照上一版补全这一行；后面本来就空着的，补足逗号"));
            }
            unnamed.note(csv, i + 1);
            rows.add(row);
        }
        problems.addAll(unnamed.problems());
        return new TableFile(schema, name, text, header, rows, whole && unnamed.problems().isEmpty());
    }

    private static boolean isBlank(CsvRecord csv) {
        return csv.getFields().stream().allMatch(cell -> CellForm.clean(cell).isEmpty());
    }

    /** All rows of its block end at the same column, as Excel writes them; a row that was cut ends alone. */
    private static boolean leftOutByExcel(List<CsvRecord> records, int index, boolean endsLine) {
        int from = index / EXCEL_BLOCK * EXCEL_BLOCK;
        int to = Math.min(from + EXCEL_BLOCK, records.size());
        int width = records.get(index).getFieldCount();
        boolean complete = to < records.size() || endsLine;
        return complete && records.subList(from, to).stream().allMatch(csv -> csv.getFieldCount() == width);
    }

    private Map<String, Integer> header(Schema schema, String file, CsvRecord csv, SheetText.Encoding charset)
            throws SheetText.UnreadableException {
        Map<String, Integer> header = new LinkedHashMap<>();
        List<String> titles = schema.columns().stream().map(Column::title).toList();
        int line = (int) csv.getStartingLineNumber();
        for (int i = 0; i < csv.getFieldCount(); i++) {
            String title = CellForm.clean(csv.getField(i));
            if (title.isEmpty()) {
                continue;
            }
            String cell = TableRow.sheetColumn(i) + line;
            if (!titles.contains(title)) {
                problems.add(problem(Mistake.E01, schema, file, line, cell,
                        "不认识的列「" + title + "」" + Spelling.suggestion(title, titles), "改成规定的列名，或删去这一列"));
            } else if (header.putIfAbsent(title, i) != null) {
                problems.add(problem(Mistake.E01, schema, file, line, cell, "列「" + title + "」出现了两次", "只留一列"));
            }
        }
        if (header.isEmpty() && charset == SheetText.Encoding.GB18030) {
            throw SheetText.unknownEncoding();
        }
        for (String title : titles) {
            if (!header.containsKey(title)) {
                problems.add(problem(Mistake.E01, schema, file, line, "", "缺少列「" + title + "」", "补上这一列（可以留空）"));
            }
        }
        return header;
    }

    private static TableRow row(Schema schema, String file, CsvRecord csv, int sheetRow, Map<String, Integer> header) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Column column : schema.columns()) {
            Integer index = header.get(column.title());
            if (index != null) {
                cells.put(column.title(), index < csv.getFieldCount() ? CellForm.of(column, csv.getField(index)) : "");
            }
        }
        return new TableRow(schema, file, (int) csv.getStartingLineNumber(), sheetRow, cells, header);
    }

    /** Tells of cells that a spreadsheet would take for a formula, or that were damaged; the latter are lost. */
    private boolean isWhole(TableRow row) {
        boolean whole = true;
        for (Map.Entry<String, String> entry : row.cells().entrySet()) {
            String cell = entry.getValue();
            if (cell.isEmpty()) {
                continue;
            }
            if (LEADS_TO_FORMULA.indexOf(cell.charAt(0)) >= 0 && References.number(cell).isEmpty()) {
                problems.add(row.problem(Mistake.E08, entry.getKey(), "「" + shorten(cell) + "」以 " + cell.charAt(0)
                        + " 开头，表格软件会当作公式", "改成普通文字；如果是公式，请填入算好的结果"));
            } else if (FORMULA_FAILED.matcher(cell).matches()) {
                problems.add(row.problem(Mistake.E08, entry.getKey(), "「" + cell + "」是表格软件算错或列太窄时留下的，不是原来的内容",
                        "在原来的表格里改正公式、拉宽这一列后再存；或者填入应有的内容"));
            }
            if (CellForm.isDamaged(cell)) {
                whole = false;
                problems.add(row.problem(Mistake.E30, entry.getKey(), "「" + visible(cell) + "」里有坏掉的字或看不见的控制字符", "删去后重新输入这一格"));
            }
        }
        return whole;
    }

    /** The cell with what cannot be shown as □. */
    private static String visible(String cell) {
        return shorten(CellForm.DAMAGED.matcher(cell).replaceAll("□"));
    }

    static String shorten(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }

    private static Problem problem(Mistake mistake, Schema schema, String file, int line, String cell, String message, String mend) {
        return new Problem(mistake.name(), mistake.title(), schema.name(), file, line, cell, "", message, mend);
    }

    private Problem fileProblem(Schema schema, Path path, String message, String mend) {
        return problem(Mistake.E10, schema, relative(path), 0, "", message, mend);
    }

    private String relative(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    /** Cells that stand in columns without a name: they would be lost, so each column is told once. */
    private static final class Unnamed {

        private final Schema schema;
        private final String file;
        private final CsvRecord header;
        private final Map<Integer, Problem> firsts = new TreeMap<>();
        private final Map<Integer, Integer> counts = new TreeMap<>();

        Unnamed(Schema schema, String file, CsvRecord header) {
            this.schema = schema;
            this.file = file;
            this.header = header;
        }

        void note(CsvRecord csv, int sheetRow) {
            for (int i = 0; i < csv.getFieldCount(); i++) {
                String cell = CellForm.clean(csv.getField(i));
                boolean named = i < header.getFieldCount() && !CellForm.clean(header.getField(i)).isEmpty();
                if (!cell.isEmpty() && !named) {
                    counts.merge(i, 1, Integer::sum);
                    firsts.putIfAbsent(i, problem(Mistake.E31, schema, file, (int) csv.getStartingLineNumber(),
                            TableRow.sheetColumn(i) + sheetRow, shorten(cell), ""));
                }
            }
        }

        List<Problem> problems() {
            return firsts.entrySet().stream().map(entry -> {
                Problem first = entry.getValue();
                int count = counts.get(entry.getKey());
                return new Problem(first.code(), first.title(), first.table(), first.file(), first.line(), first.cell(), "",
                        "「" + first.message() + "」所在的列没有列名，不会被读取" + (count == 1 ? "" : "（共 " + count + " 行）"),
                        "多半是前面的格里多了一个逗号、这一行错了位：移回原来的列；没有用的删去");
            }).toList();
        }
    }
}
