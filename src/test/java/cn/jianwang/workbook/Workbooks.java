package cn.jianwang.workbook;

import cn.jianwang.rulebook.RuleFile;
import cn.jianwang.rulebook.RuleSet;
import cn.jianwang.rulebook.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Workbooks as people hand them in. */
final class Workbooks {

    private Workbooks() {
    }

    /** A workbook that a program made, with whatever sheets. */
    static Path made(Path target, Consumer<Workbook> sheets) {
        try (OutputStream out = Files.newOutputStream(target); Workbook workbook = new Workbook(out, "test", null)) {
            sheets.accept(workbook);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return target;
    }

    /** The sheet of a table with its header and rows of cells; more can be done to it. */
    static Worksheet sheet(Workbook workbook, Schema table, List<List<String>> rows) {
        Worksheet sheet = workbook.newWorksheet(table.name());
        List<String> titles = new SheetShape(table).titles();
        for (int c = 0; c < titles.size(); c++) {
            sheet.value(0, c, titles.get(c));
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                sheet.value(r + 1, c, rows.get(r).get(c));
            }
        }
        return sheet;
    }

    /** What rules export would write. */
    static Path exported(Path target, RuleSet rules) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            WorkbookWriter.write(rules, Map.of(), "试", out);
        }
        return target;
    }

    /** Writes a rule set as a folder of CSV files. */
    static Path folder(Path root, RuleSet rules) throws IOException {
        for (Schema table : Schema.values()) {
            if (table.isFolder()) {
                Files.createDirectories(root.resolve(table.path()));
            }
        }
        Map<String, byte[]> contents = new java.util.TreeMap<>();
        for (RuleFile file : rules.files()) {
            contents.put(file.path(), file.bytes());
        }
        RuleSet.write(root, contents);
        return root;
    }

    /** Changes one cell, found by its text, and saves all values again, as a spreadsheet does. */
    static void replace(Path xlsx, String sheet, String old, String now) throws IOException {
        Path copy = xlsx.resolveSibling("copy.xlsx");
        int[] changed = {0};
        try (ReadableWorkbook readable = new ReadableWorkbook(xlsx.toFile())) {
            made(copy, workbook -> readable.getSheets().forEach(from -> copy(from, workbook.newWorksheet(from.getName()),
                    text -> {
                        boolean hit = from.getName().equals(sheet) && text.equals(old);
                        changed[0] += hit ? 1 : 0;
                        return hit ? now : text;
                    })));
        }
        if (changed[0] == 0) {
            throw new IllegalArgumentException(sheet + " 里没有「" + old + "」");
        }
        Files.move(copy, xlsx, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(Sheet from, Worksheet to, java.util.function.UnaryOperator<String> change) {
        try {
            for (Row row : from.read()) {
                row.stream().filter(cell -> cell != null && cell.getValue() != null).forEach(cell -> to.value(row.getRowNum() - 1,
                        cell.getColumnIndex(), change.apply(String.valueOf(cell.getValue()))));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Puts a part into the package. */
    static void addPart(Path xlsx, String name, String text) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(xlsx)) {
            Files.createDirectories(zip.getPath(name).getParent());
            Files.writeString(zip.getPath(name), text);
        }
    }

    static String part(Path xlsx, String name) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(xlsx)) {
            return Files.readString(zip.getPath(name));
        }
    }
}
