package cn.jianwang.engine;

import java.util.Comparator;
import java.util.List;

/**
 * What the engine found in one event, in a fixed order (situation, then order of rows).
 *
 * @param leads   lead rows that hold and are not blocked
 * @param held    rows of the judging tables that hold: tier, score, urgency, handoff, route, tag
 * @param struck  facts that an exclusion struck
 * @param blocked lead rows that hold but are blocked
 */
public record Findings(List<Holds> leads, List<Holds> held, List<Struck> struck, List<Journal.BlockedLead> blocked) {

    private static final Comparator<Holds> ORDER = Comparator.comparingInt(Holds::situation)
            .thenComparingInt(h -> h.row().order());

    static Findings of(List<Holds> leads, List<Holds> held, List<Struck> struck, List<Journal.BlockedLead> blocked) {
        return new Findings(leads.stream().distinct().sorted(ORDER).toList(), held.stream().distinct().sorted(ORDER).toList(),
                struck.stream().distinct().sorted(Comparator.comparingInt(Struck::situation)
                        .thenComparingInt(s -> s.row().order()).thenComparing(Struck::fact)).toList(),
                blocked.stream().distinct().sorted(Comparator
                        .comparingInt((Journal.BlockedLead b) -> b.exclusion().situation())
                        .thenComparingInt(b -> b.exclusion().row().order()).thenComparingInt(b -> b.lead().order())).toList());
    }
}
