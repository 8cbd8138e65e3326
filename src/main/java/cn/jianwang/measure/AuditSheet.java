package cn.jianwang.measure;

import cn.jianwang.decision.Decision;
import cn.jianwang.rulebook.Tier;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table on which people say what they think of decisions. */
public final class AuditSheet {

    private static final String ID = "判定编号";
    private static final String TIER = "档位";
    private static final String SCOPE = "抽样范围";
    private static final String SIZES = "各档总数";
    private static final String RELEVANT = "是否涉检";
    private static final String ACCEPTED = "是否受理";
    private static final String FILED = "是否成案";
    private static final List<String> HEADER = List.of(ID, "事件键", TIER, SCOPE, SIZES, "种子", "标题和内容", "判定说明",
            RELEVANT, "应属领域", ACCEPTED, FILED, "备注");
    private static final List<String> REQUIRED = List.of(ID, TIER, SCOPE, SIZES, RELEVANT);
    private static final Set<String> UNSURE = Set.of("", "不确定");
    private static final Pattern COUNTS = Pattern.compile("A ([0-9]{1,9}) B ([0-9]{1,9}) C ([0-9]{1,9}) D ([0-9]{1,9})");
    private static final List<Tier> TIERS = List.of(Tier.A, Tier.B, Tier.C, Tier.D);

    /**
     * One decision to be looked at.
     *
     * @param sizes how many decisions of each tier the scope has
     * @param text  what was reported
     */
    public record Line(Decision decision, String scope, Map<Tier, Integer> sizes, long seed, String text) {
    }

    private final Path file;
    private final List<String> problems = new ArrayList<>();

    private AuditSheet(Path file) {
        this.file = file;
    }

    /** The sheet with empty cells for the answers. */
    public static String write(List<Line> lines) {
        return SafeCsv.write(HEADER, lines.stream().map(line -> {
            Decision d = line.decision;
            return List.of(d.decisionId(), d.eventKey(), d.tier().name(), line.scope, counts(line.sizes), String.valueOf(line.seed),
                    line.text, String.join("\n", d.explanation()), "", "", "", "", "");
        }).toList());
    }

    /**
     * Reads what people filled in. Rows whose 是否涉检 is blank or 不确定 come out without an answer.
     *
     * @throws UnreadableLabelsException with every problem
     * @throws IOException               where the file cannot be read
     */
    public static List<Checked> read(Path file) throws IOException {
        return new AuditSheet(file).read();
    }

    private List<Checked> read() throws IOException {
        List<Checked> rows = new ArrayList<>();
        List<String> header = null;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(Files.readString(file).replace("\uFEFF", ""))) {
            for (CsvRecord record : csv) {
                if (header == null) {
                    header = record.getFields().stream().map(String::strip).toList();
                    if (missingColumns(header)) {
                        break;
                    }
                } else if (record.getFields().stream().anyMatch(field -> !field.isBlank())) {
                    Checked row = row(record.getStartingLineNumber(), cells(header, record));
                    if (row != null) {
                        rows.add(row);
                    }
                }
            }
        } catch (CsvParseException broken) {
            problems.add("表格读不下去：引号没有配对。怎么改：用 WPS 或 Excel 打开后另存为 CSV（UTF-8）");
        }
        if (header == null) {
            problems.add("表是空的。怎么改：用 audit sample 抽样得到的表来填");
        }
        if (!problems.isEmpty()) {
            throw new UnreadableLabelsException(file.toString(), problems);
        }
        return rows;
    }

    private boolean missingColumns(List<String> header) {
        List<String> missing = REQUIRED.stream().filter(column -> !header.contains(column)).toList();
        if (!missing.isEmpty()) {
            problems.add("第 1 行：缺少列 " + String.join("、", missing) + "。怎么改：保留 audit sample 给出的表头，只填空格");
        }
        return !missing.isEmpty();
    }

    private static Map<String, String> cells(List<String> header, CsvRecord record) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(header.size(), record.getFieldCount()); i++) {
            cells.put(header.get(i), record.getField(i).strip());
        }
        return cells;
    }

    private Checked row(long line, Map<String, String> cells) {
        int before = problems.size();
        String tier = cells.getOrDefault(TIER, "");
        if (Arrays.stream(Tier.values()).noneMatch(t -> t.name().equals(tier))) {
            problem(line, TIER, tier, "应为 A、B、C 或 D，不要改动");
        }
        if (cells.getOrDefault(ID, "").isEmpty()) {
            problem(line, ID, "", "不要删去判定编号");
        }
        Map<Tier, Integer> sizes = sizes(line, cells.getOrDefault(SIZES, ""));
        Boolean relevant = answer(line, RELEVANT, cells);
        Boolean accepted = answer(line, ACCEPTED, cells);
        Boolean filed = answer(line, FILED, cells);
        if (Boolean.TRUE.equals(filed) && Boolean.FALSE.equals(accepted)) {
            problem(line, FILED, "是", "没有受理就不会成案，改正其中一格");
        }
        return problems.size() > before ? null : new Checked(cells.get(ID), cells.getOrDefault(SCOPE, ""), Tier.valueOf(tier), sizes,
                relevant, accepted, filed, true);
    }

    private static String counts(Map<Tier, Integer> sizes) {
        return TIERS.stream().map(tier -> tier + " " + sizes.get(tier)).collect(Collectors.joining(" "));
    }

    private Map<Tier, Integer> sizes(long line, String text) {
        Matcher counts = COUNTS.matcher(text);
        Map<Tier, Integer> sizes = new EnumMap<>(Tier.class);
        if (!counts.matches()) {
            problem(line, SIZES, text, "应像「A 12 B 40 C 30 D 918」，不要改动");
            return sizes;
        }
        for (int i = 0; i < TIERS.size(); i++) {
            sizes.put(TIERS.get(i), Integer.parseInt(counts.group(i + 1)));
        }
        return sizes;
    }

    private Boolean answer(long line, String column, Map<String, String> cells) {
        String text = cells.getOrDefault(column, "");
        if (text.equals("是") || text.equals("否")) {
            return text.equals("是");
        }
        if (!UNSURE.contains(text)) {
            problem(line, column, text, "填 是 或 否，说不准的填 不确定 或留空");
        }
        return null;
    }

    private void problem(long line, String column, String value, String mend) {
        problems.add("文本第 " + line + " 行「" + column + "」" + (value.isEmpty() ? "是空的" : "是「" + value + "」") + "。怎么改：" + mend);
    }
}
