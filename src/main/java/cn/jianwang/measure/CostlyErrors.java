package cn.jianwang.measure;

import cn.jianwang.decision.Decision;
import cn.jianwang.decision.Trace;
import cn.jianwang.event.GridEvent;
import cn.jianwang.fact.Fact;
import cn.jianwang.language.Polarity;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.Condition;
import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Rulebook;
import cn.jianwang.rulebook.Status;
import cn.jianwang.rulebook.Tier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The errors that cost most, each with what the rules found and what they nearly did. */
public final class CostlyErrors {

    /** What {@link #cost} counts, for whoever reads the list. */
    public static final String COST = "代价为档差的平方，跨过推送线（B 与 C 之间）加倍，判低了再加一";

    private static final int TEXT = 200;
    private static final int NEAREST = 3;
    private static final int FACTS = 20;
    private static final String ACT = "行为";

    private final Release release;
    private final Map<String, Row> rows = new HashMap<>();

    public CostlyErrors(Release release) {
        this.release = release;
        release.rulebook().rows().forEach(row -> rows.put(row.id(), row));
    }

    /** Wrong by many tiers is worse than by one, on the wrong side of the push line worse still, and missing worse than alarming. */
    static int cost(Tier wanted, Tier given) {
        int distance = wanted.compareTo(given);
        int cost = distance * distance * (wanted.pushes() == given.pushes() ? 1 : 2);
        return distance > 0 ? cost + 1 : cost;
    }

    /** The errors, dearest first and then by id, each explained in several lines of Chinese. */
    public <L extends Labelled> List<String> explain(Collection<Judged<L>> judged, int most) {
        Comparator<Judged<L>> order = Comparator.comparingInt(
                (Judged<L> j) -> cost(j.label().tier(), j.decision().tier())).reversed().thenComparing(j -> j.label().id());
        return judged.stream().filter(j -> j.label().tier() != j.decision().tier()).sorted(order).limit(most)
                .map(j -> explain(j.label())).toList();
    }

    private String explain(Labelled label) {
        GridEvent event = label.event();
        Trace trace = release.trace(event);
        Decision decision = trace.decision();
        List<String> lines = new ArrayList<>();
        lines.add("%s　应为 %s %s，判为 %s %s　代价 %d".formatted(label.id(), label.tier(), names(label.domains()), decision.tier(),
                names(decision.domains()), cost(label.tier(), decision.tier())));
        add(lines, "标注理由", label.why());
        add(lines, "原文", shortened(event.text()));
        String found = facts(trace, Fact::isAsserted, f -> "");
        add(lines, "认定的事实", found.isEmpty() ? "没有" : found);
        add(lines, "不计的事实", facts(trace, f -> !f.isAsserted(), f -> (f.polarity() == Polarity.否定 ? f.polarity() : f.modality()).toString()));
        add(lines, "成立的规则", decision.leads().stream().flatMap(lead -> lead.rules().stream()).distinct().map(this::named)
                .collect(Collectors.joining("、")));
        add(lines, "排除", decision.excluded().stream().map(e -> e.rule() + " " + e.reason()).distinct().collect(Collectors.joining("；")));
        add(lines, "差一步", decision.nearMisses().stream().map(near -> named(near.rule()) + " 缺 " + String.join(" 或 ", near.missing()))
                .collect(Collectors.joining("；")));
        if (label.tier().compareTo(decision.tier()) > 0) {
            add(lines, "应有领域里最近的规则", String.join("；", nearest(label.domains(), trace)));
        }
        return String.join("\n", lines);
    }

    /** Lead rows of the wanted domains that share an act with some segment, those with the fewest steps missing first. */
    private List<String> nearest(List<String> domains, Trace trace) {
        record Near(Row row, int steps, String missing) {
        }
        List<Near> near = new ArrayList<>();
        for (Row row : release.rulebook().rows()) {
            if (row.status() == Status.正式 && row.effect() instanceof Effect.Lead lead && domains.contains(lead.domain())) {
                trace.segments().values().stream().filter(names -> shares(row.condition(), names))
                        .map(names -> missing(row.condition(), names)).filter(missing -> !missing.isEmpty())
                        .min(Comparator.comparingInt(Set::size))
                        .ifPresent(missing -> near.add(new Near(row, missing.size(), String.join("、", missing))));
            }
        }
        return near.stream().sorted(Comparator.comparingInt(Near::steps).thenComparing(n -> n.row().order())).limit(NEAREST)
                .map(n -> named(n.row().id()) + " " + n.missing()).toList();
    }

    private boolean shares(Condition condition, Set<String> names) {
        return Stream.concat(condition.all().stream(), condition.any().stream()).anyMatch(name -> names.contains(name) && isAct(name));
    }

    private static Set<String> missing(Condition condition, Set<String> names) {
        Set<String> missing = new LinkedHashSet<>();
        condition.all().stream().filter(name -> !names.contains(name)).forEach(name -> missing.add("缺 " + name));
        if (!condition.any().isEmpty() && condition.any().stream().noneMatch(names::contains)) {
            missing.add("缺 " + String.join(" 或 ", condition.any()));
        }
        condition.none().stream().filter(names::contains).forEach(name -> missing.add("不得有 " + name));
        return missing;
    }

    private String named(String id) {
        return rows.containsKey(id) ? id + "「" + rows.get(id).name() + "」" : id;
    }

    /** Each name once, acts first, with its evidence; long lists are cut. */
    private String facts(Trace trace, Predicate<Fact> which, Function<Fact, String> why) {
        Map<String, Fact> first = new LinkedHashMap<>();
        trace.facts().stream().filter(which).sorted(Comparator.comparing((Fact fact) -> !isAct(fact.name())))
                .forEach(fact -> first.putIfAbsent(fact.name(), fact));
        String shown = first.values().stream().limit(FACTS)
                .map(f -> f.name() + "「" + shortened(trace.reading().quote(f.start(), f.end())) + "」" + why.apply(f))
                .collect(Collectors.joining("、"));
        return first.size() > FACTS ? shown + "等 " + first.size() + " 项" : shown;
    }

    private boolean isAct(String fact) {
        Rulebook.FactDefinition definition = release.rulebook().facts().get(fact);
        return definition != null && definition.slot().equals(ACT);
    }

    private static String names(List<String> domains) {
        return domains.isEmpty() ? "无领域" : String.join("、", domains);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        int cut = Math.min(TEXT, line.length());
        return cut == line.length() ? line : line.substring(0, Character.isHighSurrogate(line.charAt(cut - 1)) ? cut - 1 : cut) + "…";
    }

    private static void add(List<String> lines, String what, String words) {
        if (!words.isEmpty()) {
            lines.add("  " + what + "：" + words);
        }
    }
}
