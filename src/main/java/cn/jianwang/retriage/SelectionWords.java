package cn.jianwang.retriage;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A {@link Selection} in words. */
final class SelectionWords {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private SelectionWords() {
    }

    static String of(Selection selection) {
        List<String> words = new ArrayList<>();
        if (selection.from() != null || selection.to() != null) {
            words.add("上报时间" + time(selection.from(), "起") + time(selection.to(), "前"));
        }
        add(words, "来源", selection.sources());
        add(words, "区划", selection.regions());
        add(words, "现为档位", selection.tiers());
        add(words, "现为领域", selection.domains());
        add(words, "现为线索类型", selection.leadTypes());
        add(words, "判定所依规则版本", selection.releases());
        return words.isEmpty() ? "全部事件，或事件键清单" : String.join("；", words);
    }

    private static String time(OffsetDateTime time, String word) {
        return time == null ? "" : " " + TIME.format(time) + " " + word;
    }

    private static void add(List<String> words, String what, List<?> values) {
        if (!values.isEmpty()) {
            words.add(what + " " + String.join("、", values.stream().map(Object::toString).toList()));
        }
    }
}
