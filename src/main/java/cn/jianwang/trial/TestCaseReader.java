package cn.jianwang.trial;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the case tables of the test-cases folder. */
final class TestCaseReader {

    private static final String CLEAN = "clean";
    private static final String TODO = "todo.csv";

    private TestCaseReader() {
    }

    /** Ids of cases that are known to come out wrong, from todo.csv. */
    static Set<String> todo(Path folder) {
        Path file = folder.resolve(TODO);
        if (!Files.isRegularFile(file)) {
            return Set.of();
        }
        try {
            return table(file).stream().map(row -> row.cells().getOrDefault("编号", "").strip()).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All cases, files in path order; the clean corpus is left out. Empty where the folder does not exist. */
    static List<TestCase> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<TestCase> cases = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(p -> p.toString().endsWith(".csv") && !folder.relativize(p).startsWith(CLEAN)
                    && !p.getFileName().toString().equals(TODO)).sorted().toList()) {
                read(folder, file, cases);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    private static void read(Path folder, Path file, List<TestCase> cases) throws IOException {
        for (Row row : table(file)) {
            if (!row.cells.getOrDefault("事件内容", "").isBlank() || !row.cells.getOrDefault("标题", "").isBlank()) {
                cases.add(new TestCase(folder.getFileName() + "/" + folder.relativize(file), row.line, row.cells));
            }
        }
    }

    private record Row(int line, Map<String, String> cells) {
    }

    private static List<Row> table(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
        List<Row> rows = new ArrayList<>();
        List<String> header = null;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            for (CsvRecord csv : reader) {
                if (header == null) {
                    header = csv.getFields().stream().map(String::strip).toList();
                    continue;
                }
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < Math.min(header.size(), csv.getFieldCount()); i++) {
                    cells.put(header.get(i), csv.getField(i));
                }
                rows.add(new Row((int) csv.getStartingLineNumber(), cells));
            }
        }
        return rows;
    }
}
