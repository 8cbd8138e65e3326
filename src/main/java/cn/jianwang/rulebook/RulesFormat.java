package cn.jianwang.rulebook;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Brings the files of a folder into their canonical form without changing what they say. */
public final class RulesFormat {

    private static final int SHOWN = 3;

    private RulesFormat() {
    }

    /**
     * What formatting would do.
     *
     * @param changes  files that would be written, in the order of their paths
     * @param problems what keeps files from being formatted; sorted. Such files are left as they are
     */
    public record Plan(List<Change> changes, List<Problem> problems) {

        /** Does it. */
        public void apply(Path folder) {
            RuleSet.write(folder, changes.stream().collect(Collectors.toMap(Change::path, Change::bytes)));
        }
    }

    /**
     * A file that would be written.
     *
     * @param reasons what is not canonical, in Chinese
     */
    public record Change(String path, List<String> reasons, byte[] bytes) {

        @Override
        public String toString() {
            return path + "：" + String.join("；", reasons);
        }
    }

    /** Looks at a folder and writes nothing. */
    public static Plan plan(Path folder) {
        return plan(folder, RuleSet.read(folder));
    }

    static Plan plan(Path folder, RuleSet.Reading reading) {
        List<String> damaged = reading.damaged();
        List<Change> changes = new ArrayList<>();
        for (TableFile file : reading.tableFiles()) {
            if (file.whole()) {
                change(folder, file, reading.rules().file(file.path()).orElseThrow()).ifPresent(changes::add);
            }
        }
        changes.sort(Comparator.comparing(Change::path));
        return new Plan(List.copyOf(changes), reading.problems().stream()
                .filter(problem -> damaged.contains(problem.file())).toList());
    }

    private static Optional<Change> change(Path folder, TableFile read, RuleFile canonical) {
        try {
            byte[] now = Files.readAllBytes(folder.resolve(read.path()));
            byte[] bytes = canonical.bytes();
            return Arrays.equals(now, bytes) ? Optional.empty()
                    : Optional.of(new Change(read.path(), reasons(read, canonical, now), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> reasons(TableFile read, RuleFile canonical, byte[] now) {
        List<String> reasons = new ArrayList<>();
        SheetText.Encoding encoding = read.text().charset();
        if (encoding != SheetText.Encoding.UTF_8_WITH_MARK) {
            reasons.add("编码 " + encoding.title() + " → UTF-8（带标记）");
        }
        List<String> order = read.schema().columns().stream().map(Column::title).toList();
        if (!List.copyOf(read.header().keySet()).equals(order)) {
            reasons.add("列的顺序");
        }
        int blank = read.text().records().size() - 1 - read.rows().size();
        if (blank > 0) {
            reasons.add("空行 " + blank + " 行");
        }
        reasons.addAll(cells(read, canonical));
        if (encoding == SheetText.Encoding.UTF_8_WITH_MARK && hasCarriageReturn(now)) {
            reasons.add("换行写成 LF");
        }
        if (reasons.isEmpty()) {
            reasons.add("引号、空列或末尾换行的写法");
        }
        return List.copyOf(reasons);
    }

    private static List<String> cells(TableFile read, RuleFile canonical) {
        Map<Integer, CsvRecord> byLine = read.text().records().stream()
                .collect(Collectors.toMap(csv -> (int) csv.getStartingLineNumber(), csv -> csv));
        List<String> samples = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < read.rows().size(); i++) {
            TableRow row = read.rows().get(i);
            CsvRecord raw = byLine.get(row.line());
            for (int c = 0; c < read.schema().columns().size(); c++) {
                int index = read.header().get(read.schema().columns().get(c).title());
                String before = index < raw.getFieldCount() ? raw.getField(index) : "";
                String after = canonical.rows().get(i).get(c);
                if (!before.equals(after)) {
                    count++;
                    if (samples.size() < SHOWN) {
                        samples.add(TableRow.sheetColumn(index) + row.sheetRow() + "「" + difference(before, after) + "」");
                    }
                }
            }
        }
        return count == 0 ? List.of() : List.of(count + " 格的写法，如 " + String.join("、", samples));
    }

    /** The part in which two texts differ. */
    private static String difference(String before, String after) {
        int start = 0;
        while (start < Math.min(before.length(), after.length()) && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int from = Math.max(0, start - 4);
        return shown(before.substring(from)) + " → " + shown(after.substring(from));
    }

    private static String shown(String text) {
        return (text.length() > 12 ? text.substring(0, 12) + "…" : text).replace("\r", "").replace("\n", "⏎");
    }

    private static boolean hasCarriageReturn(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '\r') {
                return true;
            }
        }
        return false;
    }
}
