package cn.jianwang.retriage;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.GridEvent;
import cn.jianwang.rulebook.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What a run found, for people to read and sign.
 *
 * @param run      the run
 * @param scope    which events, in words
 * @param way      what became of the outcome, in words
 * @param log      what was done with it
 * @param tally    all counts
 * @param samples  changes of tier and content, some of every kind, drawn by lot
 * @param failures texts that could not be judged
 * @param audit    unchanged D drawn for a person to check
 * @param causes   which edits make the changes; empty where nothing looks for that
 * @param names    what codes are called
 */
record Report(Run run, String scope, String way, List<LogEntry> log, Tally tally, List<Sample> samples, List<Failure> failures, List<Audited> audit,
              List<ChangeCauses.Cause> causes, Names names) {

    static final int SAMPLES = 5;
    static final int MOST_FAILURES = 500;

    /** Changes of one kind. */
    record Sample(Tier before, Tier after, List<Change> changes) {
    }

    /** @param incident number in the log */
    record Failure(String eventKey, String incident) {
    }

    /** @param event null where it is no longer kept */
    record Audited(String lot, GridEvent event, Decision decision) {
    }

    /** A counter of pushes gained and lost. */
    record Pushes(String code, String name, long gained, long lost) {
    }

    /** A rule that lacked one step, before and after. */
    record Near(String rule, String name, String missing, long before, long after) {
    }

    /** The report as machines get it. */
    record Summary(Run run, List<LogEntry> log, TreeMap<String, Long> tiers, long tierChanged, long contentChanged,
                   long wordingChanged, long gained, long lost, List<Pushes> byDomain, List<Pushes> byCounty, List<Pushes> byRule,
                   List<Near> near, List<ChangeCauses.Cause> causes, List<Failure> failures, List<String> audit) {
    }

    /** Pushes gained and lost by {@code domain}, {@code county} or {@code rule}, most moved first. */
    List<Pushes> pushes(String by) {
        TreeMap<String, long[]> counts = new TreeMap<>();
        tally.each((name, count) -> counts.computeIfAbsent(String.join("|", name), n -> new long[2])[0] += count, "push", "gained", by);
        tally.each((name, count) -> counts.computeIfAbsent(String.join("|", name), n -> new long[2])[1] += count, "push", "lost", by);
        List<Pushes> all = new ArrayList<>();
        counts.forEach((code, sides) -> all.add(new Pushes(code, names.of(code), sides[0], sides[1])));
        all.sort(Comparator.comparingLong((Pushes p) -> p.gained() + p.lost()).reversed().thenComparing(Pushes::code));
        return all;
    }

    /** Near misses, most frequent first. */
    List<Near> near() {
        TreeMap<String, long[]> counts = new TreeMap<>();
        tally.each((name, count) -> counts.computeIfAbsent(String.join("|", name), n -> new long[2])[0] += count, "near", "old");
        tally.each((name, count) -> counts.computeIfAbsent(String.join("|", name), n -> new long[2])[1] += count, "near", "new");
        List<Near> all = new ArrayList<>();
        counts.forEach((key, sides) -> {
            String[] parts = key.split("\\|", 2);
            all.add(new Near(parts[0], names.of(parts[0]), parts[1], sides[0], sides[1]));
        });
        all.sort(Comparator.comparingLong((Near n) -> Math.max(n.before(), n.after())).reversed().thenComparing(Near::rule)
                .thenComparing(Near::missing));
        return all;
    }

    /** Pushes gained or lost in all. */
    long moved(boolean gained) {
        long sum = 0;
        for (Tier before : Tier.values()) {
            for (Tier after : Tier.values()) {
                boolean counts = before.pushes() != after.pushes() && after.pushes() == gained;
                sum += counts ? tally.count("tier", before.name(), after.name()) : 0;
            }
        }
        return sum;
    }

    Summary summary() {
        TreeMap<String, Long> tiers = new TreeMap<>();
        tally.each((name, count) -> tiers.put(String.join("→", name), count), "tier");
        return new Summary(run, log, tiers, tally.count("depth", Depth.TIER.name()), tally.count("depth", Depth.CONTENT.name()),
                tally.count("depth", Depth.WORDING.name()), moved(true), moved(false), pushes("domain"), pushes("county"),
                pushes("rule"), near(), causes, failures, audit.stream().map(one -> one.decision().eventKey()).toList());
    }
}
