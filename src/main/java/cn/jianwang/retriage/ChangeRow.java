package cn.jianwang.retriage;

import cn.jianwang.decision.Decision;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A change as a row of a table. Where only the wording differs, everything shown here is as before. */
final class ChangeRow {

    static final List<String> TITLES = List.of("事件键", "变化", "原档位", "现档位", "原领域", "现领域", "原线索", "现线索", "原规则", "现规则",
            "原检察院", "现检察院", "原规则版本", "上报时间");
    static final List<String> EVIDENCE_TITLES = List.of("原证据", "现证据");

    private ChangeRow() {
    }

    static List<String> of(Change change) {
        Decision before = change.before();
        Decision after = after(change);
        return List.of(before.eventKey(), change.depth().title(), before.tier().name(), after.tier().name(), list(before.domains()),
                list(after.domains()), leads(before, lead -> List.of(lead.leadType())), leads(after, lead -> List.of(lead.leadType())),
                leads(before, Decision.Lead::rules), leads(after, Decision.Lead::rules), office(before), office(after),
                before.release().version(), change.event().reportTime() == null ? "" : change.event().reportTime().toString());
    }

    /** The same with the facts of the leads and the words they rest on. */
    static List<String> withEvidence(Change change) {
        return Stream.concat(of(change).stream(), Stream.of(evidence(change.before()), evidence(after(change)))).toList();
    }

    private static Decision after(Change change) {
        return change.after() == null ? change.before() : change.after();
    }

    private static String evidence(Decision decision) {
        return leads(decision, lead -> lead.facts().stream().map(fact -> fact.fact() + "「" + fact.text() + "」").toList());
    }

    private static String leads(Decision decision, Function<Decision.Lead, List<String>> part) {
        return list(decision.leads().stream().flatMap(lead -> part.apply(lead).stream()).distinct().toList());
    }

    private static String list(List<String> values) {
        return String.join("；", values);
    }

    private static String office(Decision decision) {
        return decision.route() == null || decision.route().procuratorate() == null ? "" : decision.route().procuratorate().name();
    }
}
