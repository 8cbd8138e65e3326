package cn.jianwang.retriage;

import cn.jianwang.event.JsonCodec;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The forms of a report: a page and a workbook for people, JSON and CSV for machines and spreadsheets. */
final class ReportFiles {

    static final String CHANGES = "changes.csv";
    static final String WORKBOOK = "report.xlsx";

    private static final String BOM = "\ufeff";

    private ReportFiles() {
    }

    /** Writes report.html, report.json, report.xlsx and changes.csv; {@code each} goes through all changes. */
    static void write(Path folder, Report report, Consumer<Consumer<Change>> each) throws IOException {
        Files.createDirectories(folder);
        pages(folder, report);
        try (OutputStream out = Files.newOutputStream(folder.resolve(CHANGES))) {
            csv(out, each);
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve(WORKBOOK))) {
            ReportWorkbook.write(out, report, each);
        }
    }

    static void pages(Path folder, Report report) throws IOException {
        Files.writeString(folder.resolve("report.html"), HtmlReport.of(report));
        Files.writeString(folder.resolve("report.json"), JsonCodec.write(report.summary()));
    }

    /** UTF-8 with BOM, as spreadsheets want it. */
    static void csv(OutputStream out, Consumer<Consumer<Change>> each) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BOM);
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(ChangeRow.TITLES);
        try {
            each.accept(change -> csv.writeRecord(ChangeRow.of(change).stream().map(ReportFiles::safe).toList()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.flush();
    }

    /** What a spreadsheet would take for a formula is shown as text. */
    private static String safe(String cell) {
        return cell.matches("[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }
}
