package cn.jianwang.trial;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of the test-cases folder, as WPS or Excel wrote it.
 *
 * @param name path with the folder's own name in front, as messages show it
 */
record CaseTable(String name, List<String> header, List<Line> lines) {

    /** One row; cells by header, blanks around them cut off. */
    record Line(int number, Map<String, String> cells) {

        String get(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** A file of the folder. An absent file is an empty table. */
    static CaseTable read(Path folder, Path file) {
        String name = folder.getFileName() + "/" + folder.relativize(file).toString().replace('\\', '/');
        if (!Files.isRegularFile(file)) {
            return new CaseTable(name, List.of(), List.of());
        }
        List<String> header = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(decode(Files.readAllBytes(file)))) {
            for (CsvRecord csv : reader) {
                List<String> fields = csv.getFields().stream().map(field -> field.replace('\u3000', ' ').strip()).toList();
                if (header.isEmpty()) {
                    header.addAll(fields);
                } else if (fields.stream().anyMatch(field -> !field.isEmpty())) {
                    Map<String, String> cells = new LinkedHashMap<>();
                    for (int i = 0; i < Math.min(header.size(), fields.size()); i++) {
                        cells.put(header.get(i), fields.get(i));
                    }
                    lines.add(new Line((int) csv.getStartingLineNumber(), cells));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CsvParseException e) {
            throw new UncheckedIOException(new IOException(name + " 不是完整的 CSV（可能有没有成对的引号），请用 WPS 打开检查后另存为 CSV UTF-8", e));
        }
        return new CaseTable(name, List.copyOf(header), List.copyOf(lines));
    }

    /** UTF-8 with or without mark, else GB18030. */
    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().replace("\uFEFF", "");
        } catch (CharacterCodingException chinese) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }
}
