package cn.jianwang.decision;

import cn.jianwang.decision.Decision.Procuratorate;
import cn.jianwang.decision.Decision.Route;
import cn.jianwang.engine.Findings;
import cn.jianwang.engine.Holds;
import cn.jianwang.event.GridEvent;
import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Rulebook;
import cn.jianwang.rulebook.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which procuratorate and department a lead goes to, who works with it, and who must not learn of it. */
final class Router {

    private static final String SETTLED = "已定";
    private static final String OPEN = "待定";

    private final Rulebook rulebook;

    Router(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** @param county six digits or null where unresolved; then a procuratorate is only named where the county is immaterial */
    Route route(GridEvent event, LeadBuilder.Draft main, Findings findings, String county) {
        Procuratorate procuratorate = rulebook.jurisdictions().stream()
                .filter(j -> j.leads().covers(main.leadType(), main.domain()))
                .filter(j -> j.county().equals("*") || county != null && j.county().startsWith(county))
                .findFirst().map(j -> new Procuratorate(j.code(), j.name())).orElse(null);
        Effect.Route route = findings.held().stream().map(Holds::row)
                .map(Row::effect).filter(Effect.Route.class::isInstance)
                .map(Effect.Route.class::cast).filter(r -> r.leads().covers(main.leadType(), main.domain())).findFirst().orElseGet(() -> usual(main.leadType()));
        return new Route(procuratorate, route.department(), route.cooperating(), excluded(event, route),
                procuratorate == null ? OPEN : SETTLED);
    }

    /** Where no row of the routing table is left, the department that the vocabulary names. */
    private Effect.Route usual(String leadType) {
        return new Effect.Route(new Scope(List.of("*")), rulebook.leadTypes().get(leadType).department(), List.of(), List.of());
    }

    private static List<String> excluded(GridEvent event, Effect.Route route) {
        Set<String> units = new LinkedHashSet<>();
        String unit = event.respondent() == null ? null : event.respondent().unit();
        if (!route.avoided().isEmpty() && FieldFacts.hasText(unit)) {
            units.add(unit);
        }
        route.avoided().stream().filter(item -> !item.equals("被反映单位")).forEach(units::add);
        if (units.isEmpty() && !route.avoided().isEmpty()) {
            units.add("被反映单位");
        }
        return List.copyOf(units);
    }
}
