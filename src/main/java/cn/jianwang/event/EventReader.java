package cn.jianwang.event;

import java.nio.charset.CharacterCodingException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

/**
 * Reads one event from JSON: every entry point comes through here. The event that comes out is valid and masked; where
 * something is wrong, all problems come out at once. Thread-safe.
 */
public final class EventReader {

    /** Longest free text, in UTF-16 units; 10,000 emoji just fit. */
    public static final int MAX_TEXT = 20_000;
    /** Largest event as JSON, in bytes. */
    public static final int MAX_BYTES = 1_000_000;

    private static final int MAX_SYSTEM = 100;
    private static final int MAX_ID = 200;
    private static final Pattern REGION_CODE = Pattern.compile("[0-9]{6,12}");
    private static final Map<String, String> CHANNEL_TITLES =
            Arrays.stream(Channel.values()).collect(Collectors.toMap(Channel::title, Channel::name));

    public EventReading read(byte[] json) {
        if (json.length > MAX_BYTES) {
            return tooLong();
        }
        try {
            return read(InputText.decode(json));
        } catch (CharacterCodingException notUtf8) {
            return refused("不是合法的 UTF-8 编码", "用 UTF-8 编码发送；Windows 上导出的 GBK 文件要先转码");
        }
    }

    public EventReading read(String json) {
        if (json.isBlank()) {
            return refused("内容为空", "每个事件写成一个 JSON 对象 {…}");
        }
        JsonNode tree;
        try {
            tree = JsonCodec.tree(json);
        } catch (StreamConstraintsException tooMuch) {
            return refused("JSON 嵌套过深或数字过长" + where(tooMuch), "按接口说明的字段发送");
        } catch (JacksonException malformed) {
            return refused("不是合法的 JSON" + where(malformed),
                    "检查该处的引号、逗号、括号和重复的字段名；文字中的换行写成 \\n，双引号写成 \\\"");
        }
        if (!tree.isObject()) {
            return refused("应为一个 JSON 对象", "写成 {\"sourceSystem\":…} 形式；多个事件用批量接口，每行一个");
        }
        List<EventProblem> problems = new ArrayList<>();
        brokenCharacters(tree, "", problems);
        GridEvent event = problems.isEmpty() ? event(tree, problems) : null;
        return new EventReading(problems.isEmpty() ? event : null, problems);
    }

    /** The answer to an input that was not even read because of its size. */
    public static EventReading tooLong() {
        return refused("单个事件超过 %,d 字节".formatted(MAX_BYTES), "附件只传名称和摘要，不要把文件内容写进事件");
    }

    private static GridEvent event(JsonNode tree, List<EventProblem> problems) {
        Map<String, Object> extras = new LinkedHashMap<>();
        FieldReader fields = new FieldReader(tree, "", problems, extras);
        String system = keyPart(fields, "sourceSystem", MAX_SYSTEM, "写上报平台的代号，例如 QZ-12345");
        String id = keyPart(fields, "sourceEventId", MAX_ID, "写平台自己的事件编号或工单号");
        if (system != null && system.indexOf(':') >= 0) {
            fields.problem("sourceSystem", InputText.quote(system), "不能含英文冒号",
                    "冒号用来分隔平台代号和事件编号，换成连字符，例如 QZ-12345");
        }
        int before = problems.size();
        String title = fields.text("title", MAX_TEXT);
        String content = fields.text("content", MAX_TEXT);
        if (title == null && content == null && problems.size() == before) {
            fields.problem("content", null, "文本为空：title 和 content 至少要有一项有文字", "把事件描述写进 content");
        }
        GridEvent raw = new GridEvent(system, id, title, content,
                fields.choice("channel", Channel.class, CHANNEL_TITLES),
                time(fields, "occurTime"), time(fields, "reportTime"),
                fields.text("occurAddress", MAX_TEXT), fields.degrees("lon"), fields.degrees("lat"),
                fields.object("region", EventReader::region), fields.texts("category"),
                fields.choice("appealPurpose", AppealPurpose.class, Map.of()),
                fields.count("personCount"), fields.amount("amount"),
                fields.object("respondent", r -> new GridEvent.Respondent(r.text("person"), r.text("unit"), r.text("creditCode"))),
                fields.objects("handling", EventReader::handling), urges(fields), fields.text("duplicateOf"),
                fields.objects("attachments", a -> new GridEvent.Attachment(a.text("name"), a.text("sha256"), a.text("url"))),
                fields.object("reporter", r -> new GridEvent.Reporter(r.text("name"), r.text("phone"))), Map.of());
        fields.mergeExtras("extras");
        fields.keepRest();
        return problems.isEmpty() ? masked(raw, extras) : null;
    }

    private static GridEvent masked(GridEvent raw, Map<String, Object> extras) {
        PersonalDataMask mask = PersonalDataMask.of(raw.reporter());
        List<GridEvent.Handling> handling = raw.handling().stream()
                .map(h -> new GridEvent.Handling(mask.text(h.org()), h.time(), mask.text(h.result()), h.satisfied())).toList();
        return new GridEvent(raw.sourceSystem(), raw.sourceEventId(), mask.text(raw.title()), mask.text(raw.content()),
                raw.channel(), raw.occurTime(), raw.reportTime(), mask.text(raw.occurAddress()), raw.lon(), raw.lat(),
                raw.region(), raw.category(), raw.appealPurpose(), raw.personCount(), raw.amount(), raw.respondent(),
                handling, raw.urgeCount(), raw.duplicateOf(), raw.attachments(), mask.reporter(raw.reporter()),
                mask.extras(extras));
    }

    private static String keyPart(FieldReader fields, String name, int limit, String mend) {
        if (fields.missing(name)) {
            fields.problem(name, null, "必填项缺失", mend);
            return null;
        }
        String text = fields.text(name);
        if (text == null) {
            return null;
        }
        if (text.length() > limit) {
            fields.problem(name, InputText.quote(text), "长度 %d，超过上限 %d".formatted(text.length(), limit), mend);
        } else if (!text.equals(text.strip()) || text.chars().anyMatch(Character::isISOControl)) {
            fields.problem(name, InputText.quote(text), "首尾有空白，或含控制字符", "去掉这些字符；同一事件每次发送的编号必须一致");
        }
        return text;
    }

    private static GridEvent.RegionCode region(FieldReader fields) {
        return new GridEvent.RegionCode(code(fields, "county"), code(fields, "town"), code(fields, "village"),
                fields.text("gridCode"), fields.text("gridName"));
    }

    private static String code(FieldReader fields, String name) {
        return fields.parsed(name, text -> REGION_CODE.matcher(text).matches() ? text : null,
                "应为 6 至 12 位数字的统计用区划代码", "例如衢江区写 \"330803\" 或 \"330803000000\"，用字符串，不用数字和名称");
    }

    private static GridEvent.Handling handling(FieldReader fields) {
        return new GridEvent.Handling(fields.text("org"), time(fields, "time"), fields.text("result", MAX_TEXT),
                fields.flag("satisfied"));
    }

    private static int urges(FieldReader fields) {
        Integer count = fields.count("urgeCount");
        return count == null ? 0 : count;
    }

    private static OffsetDateTime time(FieldReader fields, String name) {
        return fields.parsed(name, EventTime::parse, "不是 ISO 8601 时间，或年份不在 1900 至 2100 之间",
                "例如 2026-11-20T21:13:00+08:00；不写时区按北京时间");
    }

    /** NUL and halves of characters: neither can be stored or sent on, and a mended text would no longer be the sender's. */
    private static void brokenCharacters(JsonNode node, String path, List<EventProblem> problems) {
        if (node.isString()) {
            brokenText(node.stringValue(), path, problems);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                brokenCharacters(node.get(i), path + "[" + i + "]", problems);
            }
        } else if (node.isObject()) {
            node.properties().forEach(property -> {
                String field = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
                brokenText(property.getKey(), InputText.quote(field), problems);
                brokenCharacters(property.getValue(), InputText.quote(field), problems);
            });
        }
    }

    private static void brokenText(String text, String path, List<EventProblem> problems) {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            problems.add(new EventProblem(path, around(text, nul), "第 %d 个字符是空字符（NUL，\\u0000）".formatted(nul + 1),
                    "删去该字符"));
        }
        int lone = InputText.loneSurrogate(text);
        if (lone >= 0) {
            problems.add(new EventProblem(path, around(text, lone),
                    "第 %d 个字符是孤立的代理字符（\\u%04x），不是完整的文字".formatted(lone + 1, (int) text.charAt(lone)),
                    "多半是截断时切开了表情或生僻字，按完整字符截断后重发"));
        }
    }

    private static String around(String text, int position) {
        return InputText.quote(PersonalDataMask.ofPatterns().text(text)
                .substring(Math.max(0, position - 10), Math.min(text.length(), position + 10)));
    }

    private static String where(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : "（第 %d 行第 %d 个字符附近）".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static EventReading refused(String message, String mend) {
        return new EventReading(null, List.of(new EventProblem("", null, message, mend)));
    }
}
