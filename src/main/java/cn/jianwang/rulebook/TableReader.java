package cn.jianwang.rulebook;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the CSV files of a table, whatever WPS or Excel made of them, and collects every problem. */
final class TableReader {

    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final String LEADS_TO_FORMULA = "=+-@";

    private final Path root;
    private final List<Problem> problems;

    TableReader(Path root, List<Problem> problems) {
        this.root = root;
        this.problems = problems;
    }

    List<TableRow> read(Schema schema) {
        List<TableRow> rows = new ArrayList<>();
        for (Path file : files(schema)) {
            rows.addAll(readFile(schema, file));
        }
        return rows;
    }

    private List<Path> files(Schema schema) {
        Path path = root.resolve(schema.path());
        if (!Files.exists(path)) {
            problems.add(new Problem(Mistake.E10.name(), Mistake.E10.title(), schema.name(), schema.path(), 0, "", "",
                    "没有找到这张表", "从上一版规则中取回 " + schema.path()));
            return List.of();
        }
        if (!schema.isFolder()) {
            return List.of(path);
        }
        try (Stream<Path> found = Files.list(path)) {
            List<Path> all = found.filter(Files::isRegularFile).sorted().toList();
            for (Path file : all) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                if (name.endsWith(".et") || name.endsWith(".xls") || name.endsWith(".xlsx")) {
                    problems.add(fileProblem(schema, file, "这里只放 CSV 文件", "在 WPS 中另存为 CSV（逗号分隔）后放回"));
                }
            }
            return all.stream().filter(file -> file.getFileName().toString().endsWith(".csv")).toList();
        } catch (IOException e) {
            problems.add(fileProblem(schema, path, "文件夹读不了", "检查文件夹权限"));
            return List.of();
        }
    }

    private List<TableRow> readFile(Schema schema, Path file) {
        String text;
        try {
            text = decode(Files.readAllBytes(file));
        } catch (IOException e) {
            problems.add(fileProblem(schema, file, "文件读不了", "检查文件是否被占用、权限是否正确"));
            return List.of();
        }
        if (text == null) {
            problems.add(fileProblem(schema, file, "文字编码既不是 UTF-8 也不是 GB18030", "在 WPS 中另存为 CSV UTF-8（逗号分隔）"));
            return List.of();
        }
        List<TableRow> rows = new ArrayList<>();
        String name = relative(file);
        try (CsvReader<CsvRecord> reader = CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text)) {
            Map<String, Integer> header = null;
            int sheetRow = 0;
            for (CsvRecord csv : reader) {
                sheetRow++;
                if (header == null) {
                    header = header(schema, name, csv);
                    continue;
                }
                TableRow row = row(schema, name, csv, sheetRow, header);
                if (row != null) {
                    rows.add(row);
                }
            }
            if (header == null) {
                problems.add(fileProblem(schema, file, "文件是空的", "至少要有一行表头"));
            }
        } catch (IOException | CsvParseException e) {
            problems.add(fileProblem(schema, file, "不是完整的 CSV（可能有没有成对的引号）", "用 WPS 打开检查后重新另存为 CSV UTF-8"));
        }
        return rows;
    }

    private Map<String, Integer> header(Schema schema, String file, CsvRecord csv) {
        Map<String, Integer> header = new LinkedHashMap<>();
        List<String> titles = schema.columns().stream().map(Column::title).toList();
        for (int i = 0; i < csv.getFieldCount(); i++) {
            String title = clean(csv.getField(i));
            if (title.isEmpty()) {
                continue;
            }
            String cell = TableRow.sheetColumn(i) + "1";
            if (!titles.contains(title)) {
                problems.add(new Problem(Mistake.E01.name(), Mistake.E01.title(), schema.name(), file, 1, cell, "",
                        "不认识的列「" + title + "」" + Spelling.suggestion(title, titles), "改成规定的列名，或删去这一列"));
            } else if (header.putIfAbsent(title, i) != null) {
                problems.add(new Problem(Mistake.E01.name(), Mistake.E01.title(), schema.name(), file, 1, cell, "",
                        "列「" + title + "」出现了两次", "只留一列"));
            }
        }
        for (String title : titles) {
            if (!header.containsKey(title)) {
                problems.add(new Problem(Mistake.E01.name(), Mistake.E01.title(), schema.name(), file, 1, "", "",
                        "缺少列「" + title + "」", "补上这一列（可以留空）"));
            }
        }
        return header;
    }

    private TableRow row(Schema schema, String file, CsvRecord csv, int sheetRow, Map<String, Integer> header) {
        Map<String, String> cells = new LinkedHashMap<>();
        boolean blank = true;
        for (Map.Entry<String, Integer> column : header.entrySet()) {
            String cell = column.getValue() < csv.getFieldCount() ? clean(csv.getField(column.getValue())) : "";
            blank &= cell.isEmpty();
            cells.put(column.getKey(), cell);
        }
        if (blank) {
            return null;
        }
        TableRow row = new TableRow(schema, file, (int) csv.getStartingLineNumber(), sheetRow, cells, header);
        cells.forEach((column, cell) -> {
            if (!cell.isEmpty() && LEADS_TO_FORMULA.indexOf(cell.charAt(0)) >= 0 && References.number(cell).isEmpty()) {
                problems.add(row.problem(Mistake.E08, column, "「" + shorten(cell) + "」以 " + cell.charAt(0) + " 开头，表格软件会当作公式",
                        "改成普通文字；如果是公式，请填入算好的结果"));
            }
        });
        return row;
    }

    static String shorten(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }

    /** Trims blanks of every kind and folds no-break and full-width blanks inside. */
    private static String clean(String cell) {
        return cell.replace('\u00A0', ' ').replace('\u3000', ' ').replace("\uFEFF", "").replace("\r", "").strip();
    }

    /** UTF-8 with or without mark, else GB18030; null where it is neither. */
    private static String decode(byte[] bytes) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, CHINESE)) {
            try {
                return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException notThisOne) {
                // the next charset is tried
            }
        }
        return null;
    }

    private Problem fileProblem(Schema schema, Path file, String message, String mend) {
        return new Problem(Mistake.E10.name(), Mistake.E10.title(), schema.name(), relative(file), 0, "", "", message, mend);
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
