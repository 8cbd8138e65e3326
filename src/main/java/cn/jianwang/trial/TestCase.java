package cn.jianwang.trial;

import cn.jianwang.event.AppealPurpose;
import cn.jianwang.event.Channel;
import cn.jianwang.event.GridEvent;
import cn.jianwang.event.GridEvent.Handling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One row of a test-case table; blank expectations are not checked. */
record TestCase(String file, int line, Map<String, String> cells) {

    String id() {
        return get("编号");
    }

    String get(String column) {
        return cells.getOrDefault(column, "").strip();
    }

    List<String> list(String column) {
        return Arrays.stream(get(column).split("[；;]")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    GridEvent event() {
        List<Handling> handling = new ArrayList<>();
        for (String step : get("处置").split("[｜|]")) {
            if (!step.isBlank()) {
                int colon = Math.max(step.indexOf('：'), step.indexOf(':'));
                handling.add(new Handling(colon < 0 ? null : step.substring(0, colon), null, step.substring(colon + 1), null));
            }
        }
        int urged = get("催办").matches("[0-9]{1,4}") ? Integer.parseInt(get("催办")) : 0;
        AppealPurpose purpose = Arrays.stream(AppealPurpose.values()).filter(p -> p.name().equals(get("诉求目的"))).findFirst().orElse(null);
        return event(id(), get("标题"), get("事件内容"), channel(get("渠道")), get("地点"), purpose, handling, urged);
    }

    static GridEvent event(String id, String content) {
        return event(id, "", content, Channel.OTHER, "", null, List.of(), 0);
    }

    private static GridEvent event(String id, String title, String content, Channel channel, String address, AppealPurpose purpose,
                                   List<Handling> handling, int urged) {
        return new GridEvent("样例", id, title.isEmpty() ? null : title, content, channel, null, null, address.isEmpty() ? null : address,
                null, null, null, List.of(), purpose, null, null, null, handling, urged, null, List.of(), null, Map.of());
    }

    private static Channel channel(String title) {
        return Arrays.stream(Channel.values()).filter(c -> c.title().equals(title)).findFirst().orElse(Channel.OTHER);
    }
}
