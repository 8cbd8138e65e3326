package cn.jianwang.measure;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** Tables that Excel and WPS open as they are: UTF-8 with a byte order mark, and no cell that would be taken for a formula. */
final class SafeCsv {

    private static final String FORMULA = "=+-@\t";

    private SafeCsv() {
    }

    static String write(List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter().append('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(header);
            rows.forEach(row -> csv.writeRecord(row.stream().map(SafeCsv::safe).toList()));
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail", e);
        }
        return text.toString();
    }

    /** A text that begins like a formula gets the apostrophe by which spreadsheets know a text. */
    private static String safe(String cell) {
        String text = cell.replace("\r\n", "\n").replace('\r', '\n');
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
