package cn.jianwang.rulebook;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One rule file in its canonical form.
 *
 * @param table which table it belongs to
 * @param path  relative to the rules folder, with /
 * @param rows  cells in the order of the table's columns, each in its canonical form; blank cells are empty strings
 */
public record RuleFile(Schema table, String path, List<List<String>> rows) {

    private static final char MARK = '\uFEFF';

    public RuleFile {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A row in its canonical form, of raw cells in the order of the table's columns; cells left out are blank. */
    public static List<String> row(Schema table, List<String> raw) {
        List<Column> columns = table.columns();
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(i < raw.size() ? CellForm.of(columns.get(i), raw.get(i)) : "");
        }
        return List.copyOf(cells);
    }

    /** The file as it is written: UTF-8 with mark, LF, the columns in their order, quotes only where they are needed. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).commentCharacter('\0')
                .build(out, StandardCharsets.UTF_8)) {
            out.writeBytes(String.valueOf(MARK).getBytes(StandardCharsets.UTF_8));
            writer.writeRecord(table.columns().stream().map(Column::title).toList());
            rows.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
