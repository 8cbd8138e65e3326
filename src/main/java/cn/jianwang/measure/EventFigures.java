package cn.jianwang.measure;

import cn.jianwang.decision.Decision;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The figures of a set of labelled events. Domain, lead type, county and department are asked where both push; county only
 * where the label names one; handoff only where the label names 纪委、公安 or 法院.
 */
public record EventFigures(Part tier, Agreement push, Part mainDomain, Part leadType, Part county, Part department,
                           Part handoff, Map<String, Part> kinds) {

    /** So many right of so many. */
    public record Part(int right, int of) {

        public double share() {
            return Agreement.share(right, of);
        }

        @Override
        public String toString() {
            return right + "/" + of;
        }
    }

    private static final Set<String> HANDED = Set.of("YS01", "YS02", "YS03");
    private static final String CITY = "330800";
    private static final int COUNTY_DIGITS = 6;

    public static EventFigures of(Collection<Judged<LabelledEvent>> judged) {
        List<Judged<LabelledEvent>> both = judged.stream().filter(j -> j.wantedPush() && j.pushed()).toList();
        List<Judged<LabelledEvent>> placed = both.stream().filter(j -> !blank(j.label().county())).toList();
        List<Judged<LabelledEvent>> handed = judged.stream().filter(j -> j.label().handoff() != null
                && HANDED.contains(j.label().handoff())).toList();
        Map<String, Part> kinds = new TreeMap<>();
        judged.forEach(j -> kinds.merge(j.label().kind(), new Part(tierRight(j) ? 1 : 0, 1),
                (a, b) -> new Part(a.right + b.right, a.of + b.of)));
        return new EventFigures(part(judged, EventFigures::tierRight),
                Agreement.between(judged, Judged::wantedPush, Judged::pushed),
                part(both, EventFigures::domainRight), part(both, EventFigures::leadRight), part(placed, EventFigures::countyRight),
                part(both, EventFigures::departmentRight), part(handed, EventFigures::handoffRight), kinds);
    }

    private static Part part(Collection<Judged<LabelledEvent>> of, Predicate<Judged<LabelledEvent>> right) {
        return new Part(Agreement.count(of, right), of.size());
    }

    private static boolean tierRight(Judged<LabelledEvent> j) {
        return j.decision().tier() == j.label().tier();
    }

    private static boolean domainRight(Judged<LabelledEvent> j) {
        List<String> given = j.decision().domains();
        return j.label().domains().contains(given.isEmpty() ? "-" : given.get(0));
    }

    /** Any lead of a wanted type; the kinds of 检察侦查 are one. */
    private static boolean leadRight(Judged<LabelledEvent> j) {
        List<String> given = j.decision().leads().stream().map(Decision.Lead::leadType).toList();
        boolean investigation = j.label().leadTypes().stream().anyMatch(type -> type.startsWith("ZC"))
                && given.stream().anyMatch(type -> type.startsWith("ZC"));
        return investigation || given.stream().anyMatch(j.label().leadTypes()::contains);
    }

    private static boolean countyRight(Judged<LabelledEvent> j) {
        Decision.Route route = j.decision().route();
        if (route == null || route.procuratorate() == null) {
            return false;
        }
        String code = route.procuratorate().code();
        String county = code.substring(0, Math.min(COUNTY_DIGITS, code.length()));
        return county.equals(j.label().county()) || county.equals(CITY);
    }

    private static boolean departmentRight(Judged<LabelledEvent> j) {
        Decision.Route route = j.decision().route();
        return route != null && route.department() != null && !blank(j.label().department())
                && route.department().startsWith(j.label().department());
    }

    private static boolean handoffRight(Judged<LabelledEvent> j) {
        return j.decision().handoff() != null && j.decision().handoff().code().equals(j.label().handoff());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
