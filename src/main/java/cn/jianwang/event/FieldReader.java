package cn.jianwang.event;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Reads the properties of one JSON object by type, notes everything that is wrong, and remembers which properties were
 * asked for, so that the rest can be kept as extras. A null or blank value counts as absent.
 */
final class FieldReader {

    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("1e15");

    private final JsonNode object;
    private final String path;
    private final List<EventProblem> problems;
    private final Map<String, Object> extras;
    private final Set<String> asked = new HashSet<>();

    FieldReader(JsonNode object, String path, List<EventProblem> problems, Map<String, Object> extras) {
        this.object = object;
        this.path = path;
        this.problems = problems;
        this.extras = extras;
    }

    boolean missing(String name) {
        return present(name) == null;
    }

    String text(String name) {
        JsonNode node = present(name);
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            problem(name, node, "应为字符串，收到的是" + kind(node), "把值写成带英文双引号的字符串");
            return null;
        }
        return node.stringValue();
    }

    /** A text of bounded length; longer ones are refused whole, because a cut text could lose what decides. */
    String text(String name, int limit) {
        String text = text(name);
        if (text != null && text.length() > limit) {
            problem(name, InputText.quote(text), "长度 %d，超过上限 %d（按 UTF-16 编码单元计）".formatted(text.length(), limit),
                    "删减到 %d 以内，或拆成几个事件，用 duplicateOf 关联".formatted(limit));
            return null;
        }
        return text;
    }

    /** An object inside this one, handed to a reader of its own; null when absent. */
    <T> T object(String name, Function<FieldReader, T> read) {
        JsonNode node = present(name);
        return node == null ? null : inner(node, name, read);
    }

    <T> List<T> objects(String name, Function<FieldReader, T> read) {
        return items(name, (node, itemName) -> inner(node, itemName, read));
    }

    List<String> texts(String name) {
        return items(name, (node, itemName) -> {
            if (!node.isString()) {
                problem(itemName, node, "应为字符串，收到的是" + kind(node), "数组里每一项都写成字符串");
                return null;
            }
            return node.stringValue().isBlank() ? null : node.stringValue();
        });
    }

    BigDecimal number(String name) {
        JsonNode node = present(name);
        if (node == null) {
            return null;
        }
        if (!node.isNumber()) {
            problem(name, node, "应为数字，收到的是" + kind(node), "直接写数字，不加引号、单位和千分号，例如 118.87");
            return null;
        }
        BigDecimal number = node.decimalValue();
        if (number.abs().compareTo(LARGEST_AMOUNT) >= 0) {
            problem(name, node, "数值过大", "核对数值，应小于 1000 万亿");
            return null;
        }
        return number;
    }

    /** A number of persons, reminders or yuan, none of which can be below nothing. */
    BigDecimal amount(String name) {
        BigDecimal number = number(name);
        if (number != null && number.signum() < 0) {
            problem(name, number.toString(), "不能是负数", "写 0 或正数；不知道就不写这一项");
            return null;
        }
        return number;
    }

    Integer count(String name) {
        BigDecimal number = amount(name);
        if (number == null) {
            return null;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException notAnInt) {
            problem(name, number.toString(), "应为整数，且不超过 %d".formatted(Integer.MAX_VALUE), "写成整数，例如 3");
            return null;
        }
    }

    /** Degrees; the wide bounds leave room for swapped pairs, which are detected later against the configured box. */
    Double degrees(String name) {
        BigDecimal number = number(name);
        if (number != null && number.abs().compareTo(BigDecimal.valueOf(180)) > 0) {
            problem(name, number.toString(), "经纬度应在 -180 到 180 之间", "用度数，例如 lon 写 118.87，lat 写 28.97");
            return null;
        }
        return number == null ? null : number.doubleValue();
    }

    Boolean flag(String name) {
        JsonNode node = present(name);
        if (node != null && !node.isBoolean()) {
            problem(name, node, "应为 true 或 false，收到的是" + kind(node), "写 true（满意）或 false（不满意），不加引号；没有回访就不写");
            return null;
        }
        return node == null ? null : node.booleanValue();
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, Map<String, String> otherNames) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        List<String> allowed = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
            allowed.add(constant.name());
        }
        Optional<String> meant = Optional.ofNullable(otherNames.get(text.strip())).or(() -> Suggestion.nearest(text, allowed));
        problem(name, InputText.quote(text), "不在允许的取值之内",
                meant.map(value -> "是不是想写 " + value + "？").orElse("") + "允许的值：" + String.join("、", allowed));
        return null;
    }

    <T> T parsed(String name, Function<String, T> parse, String message, String mend) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        T value = parse.apply(text.strip());
        if (value == null) {
            problem(name, InputText.quote(text), message, mend);
        }
        return value;
    }

    /** Keeps every property that nobody asked for. Call last. */
    void keepRest() {
        object.properties().forEach(property -> {
            if (!asked.contains(property.getKey())) {
                extras.put(path + property.getKey(), plain(property.getValue()));
            }
        });
    }

    /** Takes over extras that an earlier reading of the same event kept. */
    void mergeExtras(String name) {
        JsonNode kept = object.get(name);
        if (kept != null && kept.isObject()) {
            asked.add(name);
            kept.properties().forEach(property -> extras.put(property.getKey(), plain(property.getValue())));
        }
    }

    void problem(String name, String value, String message, String mend) {
        problems.add(new EventProblem(path + name, value, message, mend));
    }

    private void problem(String name, JsonNode value, String message, String mend) {
        problem(name, secret(name) ? null : InputText.quote(value.isString() ? value.stringValue() : value.toString()),
                message, mend);
    }

    private boolean secret(String name) {
        return path.startsWith("reporter.") || name.equals("reporter");
    }

    private JsonNode present(String name) {
        asked.add(name);
        JsonNode node = object.get(name);
        boolean absent = node == null || node.isNull() || node.isString() && node.stringValue().isBlank();
        return absent ? null : node;
    }

    private <T> T inner(JsonNode node, String name, Function<FieldReader, T> read) {
        if (!node.isObject()) {
            problem(name, node, "应为对象，收到的是" + kind(node), "写成 {…} 形式，字段见接口说明");
            return null;
        }
        FieldReader fields = new FieldReader(node, path + name + ".", problems, extras);
        T value = read.apply(fields);
        fields.keepRest();
        return value;
    }

    private <T> List<T> items(String name, BiFunction<JsonNode, String, T> read) {
        JsonNode node = present(name);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            problem(name, node, "应为数组，收到的是" + kind(node), "写成 […] 形式，只有一项也要加方括号");
            return List.of();
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            T value = node.get(i).isNull() ? null : read.apply(node.get(i), name + "[" + i + "]");
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(property -> map.put(property.getKey(), plain(property.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(item -> list.add(plain(item)));
            return list;
        }
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.isNumber()) {
            return node.numberValue();
        }
        return node.isBoolean() ? node.booleanValue() : null;
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case NUMBER -> "数字";
            case STRING -> "字符串";
            case BOOLEAN -> "布尔值";
            case ARRAY -> "数组";
            case OBJECT -> "对象";
            default -> "其他类型";
        };
    }
}
