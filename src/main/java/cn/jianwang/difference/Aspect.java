package cn.jianwang.difference;

import cn.jianwang.decision.Decision;
import cn.jianwang.decision.Decision.Lead;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What counts as a change of a decision: everything that says who gets what, and how soon. What only explains it does not
 * count (ids of rules and releases, evidence, near misses, reasons, sentences). In the order in which reports tell them.
 */
public enum Aspect {
    档位(d -> d.tier().name()),
    领域(d -> d.domains()),
    线索(d -> leads(d, lead -> lead.leadType() + lead.tier())),
    移送去向(d -> d.handoff() == null ? "" : d.handoff().code()),
    分流(Aspect::route),
    紧急程度(d -> d.urgency() + (d.respondBy() == null ? "" : " " + d.respondBy())),
    专项标签(d -> d.tags()),
    成案指数(d -> leads(d, lead -> lead.leadType() + " " + lead.index())),
    法律依据(d -> leads(d, lead -> lead.leadType() + lead.legalBasis())),
    主管机关(d -> leads(d, lead -> lead.leadType() + lead.agencies().stream().map(a -> a.name() + a.role()).toList())),
    补充要素(d -> leads(d, lead -> lead.leadType() + lead.missingFacts())),
    对外回执(d -> d.receipt().status() + "：" + d.receipt().text()),
    质量提示(d -> d.quality());

    private final Function<Decision, Object> view;

    Aspect(Function<Decision, Object> view) {
        this.view = view;
    }

    /** What a decision says of it, in words; empty where it says nothing. */
    public String of(Decision decision) {
        Object value = view.apply(decision);
        return value instanceof List<?> list ? list.stream().map(Object::toString).collect(Collectors.joining("；"))
                : value.toString();
    }

    /** Where two decisions differ. */
    public static List<Aspect> changed(Decision before, Decision after) {
        List<Aspect> changed = new ArrayList<>();
        for (Aspect aspect : values()) {
            if (!Objects.equals(aspect.of(before), aspect.of(after))) {
                changed.add(aspect);
            }
        }
        return changed;
    }

    private static List<String> leads(Decision decision, Function<Lead, String> view) {
        return decision.leads().stream().map(view).toList();
    }

    private static String route(Decision decision) {
        Decision.Route route = decision.route();
        return route == null ? "" : (route.procuratorate() == null ? "" : route.procuratorate().name() + " ") + route.department()
                + (route.cooperating().isEmpty() ? "" : "，协作 " + route.cooperating())
                + (route.excludedUnits().isEmpty() ? "" : "，回避 " + route.excludedUnits()) + "，" + route.status();
    }
}
