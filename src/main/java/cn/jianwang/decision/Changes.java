package cn.jianwang.decision;

import cn.jianwang.decision.Decision.Lead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What a decision says otherwise than another, in words that are the same wherever the change is the same. */
final class Changes {

    private Changes() {
    }

    static List<String> between(Decision now, Decision then) {
        List<String> changes = new ArrayList<>();
        changed(changes, "档位", now.tier().name(), then.tier().name());
        leads(changes, byType(now), byType(then));
        changed(changes, "主领域", first(now.domains()), first(then.domains()));
        changed(changes, "紧急程度", now.urgency().name(), then.urgency().name());
        changed(changes, "移送去向", now.handoff() == null ? "无" : now.handoff().code(), then.handoff() == null ? "无" : then.handoff().code());
        changed(changes, "承办部门", now.route() == null ? "无" : now.route().department(), then.route() == null ? "无" : then.route().department());
        sets(changes, "标签", now.tags(), then.tags());
        sets(changes, "排除", excluded(now), excluded(then));
        return List.copyOf(changes);
    }

    private static void leads(List<String> changes, Map<String, Lead> now, Map<String, Lead> then) {
        sets(changes, "线索", now.keySet(), then.keySet());
        now.forEach((type, lead) -> {
            Lead other = then.get(type);
            if (other != null) {
                changed(changes, "线索 " + type + " 档位", lead.tier().name(), other.tier().name());
                changed(changes, "线索 " + type + " 成案指数", String.valueOf(lead.index()), String.valueOf(other.index()));
            }
        });
    }

    private static Map<String, Lead> byType(Decision decision) {
        Map<String, Lead> leads = new TreeMap<>();
        decision.leads().forEach(lead -> leads.put(lead.leadType(), lead));
        return leads;
    }

    private static List<String> excluded(Decision decision) {
        return decision.excluded().stream().map(Decision.Excluded::rule).filter(rule -> !rule.equals("语境")).distinct().sorted().toList();
    }

    private static String first(List<String> items) {
        return items.isEmpty() ? "无" : items.get(0);
    }

    private static void changed(List<String> changes, String what, String now, String then) {
        if (!Objects.equals(now, then)) {
            changes.add(what + " " + now + "→" + then);
        }
    }

    private static void sets(List<String> changes, String what, Collection<String> now, Collection<String> then) {
        then.stream().filter(item -> !now.contains(item)).forEach(item -> changes.add("新增" + what + " " + item));
        now.stream().filter(item -> !then.contains(item)).forEach(item -> changes.add("去掉" + what + " " + item));
    }
}
