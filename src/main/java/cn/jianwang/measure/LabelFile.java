package cn.jianwang.measure;

import cn.jianwang.event.EventReader;
import cn.jianwang.event.EventReading;
import cn.jianwang.event.GridEvent;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.rulebook.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** Reads labelled files, one JSON object a line; blank lines are passed over. */
public final class LabelFile {

    private static final String SYSTEM = "评测";
    private static final Set<String> TIERS = Arrays.stream(Tier.values()).map(Tier::name).collect(Collectors.toSet());

    private record TextRow(String id, String stratum, String title, String text, String tier, List<String> domains, String why) {
    }

    private record EventRow(String id, Map<String, Object> event, String tier, List<String> domains, String leadType,
                            String leadTypeAlso, String handoff, String county, String department, String kind, String why) {
    }

    private final Path file;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private LabelFile(Path file) {
        this.file = file;
    }

    /**
     * Texts in the form {@code {"id","title","text","tier","domains","stratum","why"}}; the last three may be absent.
     *
     * @throws UnreadableLabelsException with every problem
     * @throws IOException               where the file cannot be read
     */
    public static List<LabelledText> texts(Path file) throws IOException {
        LabelFile reader = new LabelFile(file);
        return reader.rows(TextRow.class, (line, row) -> {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("sourceSystem", SYSTEM);
            properties.put("sourceEventId", row.id);
            properties.put("title", row.title);
            properties.put("content", row.text);
            return reader.sound(line, row.id, row.tier, properties)
                    ? new LabelledText(row.id, row.stratum == null ? "all" : row.stratum, Tier.valueOf(row.tier), list(row.domains),
                            words(row.why), properties)
                    : null;
        });
    }

    /**
     * Events in the form {@code {"id","event","tier","domains","leadType","handoff","county","department","kind","why"}};
     * {@code event} has the contract's form and all after {@code tier} may be absent.
     *
     * @throws UnreadableLabelsException with every problem
     * @throws IOException               where the file cannot be read
     */
    public static List<LabelledEvent> events(Path file) throws IOException {
        LabelFile reader = new LabelFile(file);
        return reader.rows(EventRow.class, (line, row) -> {
            Map<String, Object> properties = new LinkedHashMap<>(row.event == null ? Map.of() : row.event);
            properties.put("sourceEventId", row.id);
            if (!reader.sound(line, row.id, row.tier, properties)) {
                return null;
            }
            Set<String> leadTypes = Stream.of(words(row.leadType), words(row.leadTypeAlso)).filter(type -> !type.isEmpty())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return new LabelledEvent(row.id, Tier.valueOf(row.tier), list(row.domains), words(row.why), properties, leadTypes,
                    row.handoff, row.county, row.department, row.kind == null ? "全部" : row.kind);
        });
    }

    /** The event of properties that {@link #texts} and {@link #events} found sound, or that noise made of them. */
    static GridEvent event(Map<String, Object> properties) {
        EventReading reading = read(properties);
        if (!reading.ok()) {
            throw new IllegalArgumentException("not an event: " + reading.problems());
        }
        return reading.event();
    }

    private static EventReading read(Map<String, Object> properties) {
        return new EventReader().read(JsonCodec.write(properties));
    }

    private interface RowReader<R, L> {
        L read(int line, R row);
    }

    private <R, L> List<L> rows(Class<R> form, RowReader<R, L> reader) throws IOException {
        List<L> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                R row = row(form, i + 1, lines.get(i));
                L labelled = row == null ? null : reader.read(i + 1, row);
                if (labelled != null) {
                    rows.add(labelled);
                }
            }
        }
        if (problems.isEmpty() && rows.isEmpty()) {
            problems.add("没有一行标注；每行写一个 JSON 对象");
        }
        if (!problems.isEmpty()) {
            throw new UnreadableLabelsException(file.toString(), problems);
        }
        return rows;
    }

    private <R> R row(Class<R> form, int line, String json) {
        try {
            return JsonCodec.read(json, form);
        } catch (JacksonException malformed) {
            problem(line, "不是标注行的 JSON", "每行一个对象，字段名和类型与标注文件的说明一致");
            return null;
        }
    }

    private boolean sound(int line, String id, String tier, Map<String, Object> properties) {
        int before = problems.size();
        if (id == null || id.isBlank()) {
            problem(line, "缺 id", "给每行一个不重复的编号");
            return false;
        }
        if (!ids.add(id)) {
            problem(line, "id「" + id + "」重复", "每个编号只用一次");
        }
        if (tier == null || !TIERS.contains(tier)) {
            problem(line, "档位「" + words(tier) + "」不认识", "tier 写 A、B、C 或 D");
        }
        read(properties).problems().forEach(p -> problem(line, p.field() + " " + p.message(), p.mend()));
        return problems.size() == before;
    }

    private void problem(int line, String what, String mend) {
        problems.add("第 " + line + " 行：" + what + "。怎么改：" + mend);
    }

    private static List<String> list(List<String> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    private static String words(String value) {
        return value == null ? "" : value;
    }
}
