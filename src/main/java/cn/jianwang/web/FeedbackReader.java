package cn.jianwang.web;

import cn.jianwang.event.EventProblem;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.event.PersonalDataMask;
import cn.jianwang.store.Feedback;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads feedback from JSON; all problems come out at once. A name that is not known is a problem: feedback must not get lost. */
final class FeedbackReader {

    private static final int LONGEST_NOTE = 1000;
    private static final Set<String> NAMES = Set.of("relevant", "accepted", "filed", "reason", "note");
    private static final String NAMES_IN_ORDER = "relevant、accepted、filed、reason、note";

    private final List<EventProblem> problems = new ArrayList<>();

    private FeedbackReader() {
    }

    /** @throws ProblemException 400 with every problem */
    static Feedback read(String json) {
        FeedbackReader reader = new FeedbackReader();
        Feedback feedback = reader.feedback(json);
        if (!reader.problems.isEmpty()) {
            throw new ProblemException(400, "反馈有 %d 处错误，未保存".formatted(reader.problems.size()), reader.problems);
        }
        return feedback;
    }

    private Feedback feedback(String json) {
        JsonNode tree;
        try {
            tree = JsonCodec.read(json, JsonNode.class);
        } catch (JacksonException malformed) {
            tree = null;
        }
        if (tree == null || !tree.isObject()) {
            problem("", "不是合法的 JSON 对象", "写成 {\"relevant\":true} 形式");
            return null;
        }
        tree.propertyNames().stream().filter(name -> !NAMES.contains(name)).sorted()
                .forEach(name -> problem(name, "没有这个字段", "可用的字段：" + NAMES_IN_ORDER));
        Boolean relevant = flag(tree, "relevant");
        if (relevant == null && problems.stream().noneMatch(p -> p.field().equals("relevant"))) {
            problem("relevant", "必填项缺失", "涉检写 true，不涉检写 false");
        }
        Boolean accepted = flag(tree, "accepted");
        Boolean filed = flag(tree, "filed");
        if (Boolean.TRUE.equals(filed) && Boolean.FALSE.equals(accepted)) {
            problem("filed", "没有受理却已成案", "改正 accepted 或 filed");
        }
        Feedback.Reason reason = reason(text(tree, "reason"));
        String note = text(tree, "note");
        if (note != null && (note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0)) {
            problem("note", "超过 " + LONGEST_NOTE + " 字或含空字符", "只写要点");
        }
        return problems.isEmpty() ? new Feedback(relevant, accepted, filed, reason, PersonalDataMask.ofPatterns().text(note)) : null;
    }

    private Boolean flag(JsonNode tree, String name) {
        JsonNode node = tree.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isBoolean()) {
            problem(name, "应为 true 或 false", "不加引号，写 true 或 false");
            return null;
        }
        return node.booleanValue();
    }

    private String text(JsonNode tree, String name) {
        JsonNode node = tree.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            problem(name, "应为文字", "写成加引号的文字");
            return null;
        }
        return node.stringValue();
    }

    private Feedback.Reason reason(String text) {
        if (text == null) {
            return null;
        }
        Feedback.Reason[] reasons = Feedback.Reason.values();
        return Arrays.stream(reasons).filter(reason -> reason.name().equals(text)).findFirst().orElseGet(() -> {
            problem("reason", "没有这种理由", "可用的理由：" + Arrays.stream(reasons).map(Enum::name).collect(Collectors.joining("、")));
            return null;
        });
    }

    private void problem(String field, String message, String mend) {
        problems.add(new EventProblem(field, null, message, mend));
    }
}
