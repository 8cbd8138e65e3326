package cn.jianwang.retriage;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.GridEvent;
import cn.jianwang.rulebook.Tier;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * What a run counts while it goes, small enough to be kept with every checkpoint. Tallies of parts add up to that of the
 * run, in any order. Not thread-safe.
 */
final class Tally {

    /** An unchanged D drawn for audit: those with the lowest lots, so that the draw is the same however the work was split. */
    record Drawn(String lot, String eventKey, int revision) {
    }

    /** The form in which a tally is kept. */
    record Kept(Map<String, Long> counts, List<Drawn> drawn) {
    }

    static final int AUDITED = 50;

    private static final Comparator<Drawn> BY_LOT = Comparator.comparing(Drawn::lot).thenComparing(Drawn::eventKey);
    private static final String NOWHERE = "";
    private static final int COUNTY_DIGITS = 6;

    private final Map<String, Long> counts = new TreeMap<>();
    private final PriorityQueue<Drawn> drawn = new PriorityQueue<>(BY_LOT.reversed());

    void unchanged(Decision decision, Lot lot, int revision) {
        add(1, "tier", decision.tier().name(), decision.tier().name());
        near("old", decision);
        near("new", decision);
        if (decision.tier() == Tier.D) {
            draw(new Drawn(lot.of(decision.eventKey()), decision.eventKey(), revision));
        }
    }

    void changed(GridEvent event, Decision before, Decision after, Depth depth) {
        add(1, "tier", before.tier().name(), after.tier().name());
        add(1, "depth", depth.name());
        near("old", before);
        near("new", after);
        if (before.tier().pushes() != after.tier().pushes()) {
            push(after.tier().pushes() ? "gained" : "lost", event, after.tier().pushes() ? after : before);
        }
    }

    void addAll(Tally other) {
        other.counts.forEach((key, count) -> counts.merge(key, count, Long::sum));
        other.drawn.forEach(this::draw);
    }

    /** Calls with the last parts of the name and the count, for every counter whose name begins with these parts. */
    void each(BiConsumer<String[], Long> consumer, String... prefix) {
        String start = String.join("|", prefix) + "|";
        counts.forEach((key, count) -> {
            if (key.startsWith(start)) {
                consumer.accept(key.substring(start.length()).split("\\|", 2), count);
            }
        });
    }

    long count(String... name) {
        return counts.getOrDefault(String.join("|", name), 0L);
    }

    /** The sum over all counters whose name begins with these parts. */
    long sum(String... prefix) {
        long[] sum = new long[1];
        each((name, count) -> sum[0] += count, prefix);
        return sum[0];
    }

    /** The audit sample, by lot. */
    TreeSet<Drawn> drawn() {
        TreeSet<Drawn> sorted = new TreeSet<>(BY_LOT);
        sorted.addAll(drawn);
        return sorted;
    }

    Kept kept() {
        return new Kept(new TreeMap<>(counts), List.copyOf(drawn()));
    }

    static Tally of(Kept kept) {
        Tally tally = new Tally();
        tally.counts.putAll(kept.counts());
        kept.drawn().forEach(tally::draw);
        return tally;
    }

    private void draw(Drawn one) {
        drawn.add(one);
        if (drawn.size() > AUDITED) {
            drawn.poll();
        }
    }

    private void near(String side, Decision decision) {
        decision.nearMisses().forEach(near -> add(1, "near", side, near.rule(), String.join("／", near.missing())));
    }

    private void push(String side, GridEvent event, Decision pushed) {
        add(1, "push", side, "county", county(event, pushed));
        pushed.domains().forEach(domain -> add(1, "push", side, "domain", domain));
        pushed.leads().stream().filter(lead -> lead.tier().pushes()).flatMap(lead -> lead.rules().stream()).distinct()
                .forEach(rule -> add(1, "push", side, "rule", rule));
    }

    /** Six digits, or the procuratorate's code, or empty where neither is known. */
    static String county(GridEvent event, Decision decision) {
        GridEvent.RegionCode region = event.region();
        String code = region == null ? null : region.village() != null ? region.village()
                : region.town() != null ? region.town() : region.county();
        if (code == null && decision.route() != null && decision.route().procuratorate() != null) {
            code = decision.route().procuratorate().code();
        }
        return code == null ? NOWHERE : code.length() > COUNTY_DIGITS ? code.substring(0, COUNTY_DIGITS) : code;
    }

    private void add(long count, String... name) {
        counts.merge(String.join("|", name), count, Long::sum);
    }
}
