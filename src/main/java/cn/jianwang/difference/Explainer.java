package cn.jianwang.difference;

import cn.jianwang.decision.Decision.NearMiss;
import cn.jianwang.decision.Trace;
import cn.jianwang.event.GridEvent;
import cn.jianwang.fact.Fact;
import cn.jianwang.fact.FactPattern;
import cn.jianwang.language.Polarity;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Rulebook;
import cn.jianwang.rulebook.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells rule authors, in plain Chinese, how one event was decided: what fired, what did not, and what was missing. */
public final class Explainer {

    private final Rulebook rulebook;
    private final Trace trace;
    private final Words words;
    private final RuleExplainer rules;

    /** Decides the event once; everything told afterwards is of that decision. */
    public Explainer(Release release, GridEvent event) {
        this.rulebook = release.rulebook();
        this.trace = release.trace(event);
        this.words = new Words(rulebook.terms(), trace.reading());
        this.rules = new RuleExplainer(rulebook, trace, words);
    }

    /** How the whole text was decided; parts with nothing to say are left out. */
    public List<Section> overview() {
        List<Section> sections = new ArrayList<>();
        add(sections, "结论", conclusion());
        add(sections, "认定的事实", facts(true));
        add(sections, "文中有、但不算的事实", facts(false));
        add(sections, "被陷阱或套话遮住的词", words.hidden());
        add(sections, "成立的规则", trace.holding().stream().filter(Explainer::demandsSomething)
                .filter(row -> !isBlocked(row)).map(Explainer::named).toList());
        add(sections, "被排除的", trace.decision().excluded().stream().filter(e -> rulebookHas(e.rule()))
                .map(e -> e.rule() + "：" + e.reason()).distinct().toList());
        add(sections, "只差一步的规则", trace.decision().nearMisses().stream().map(this::near).toList());
        return sections;
    }

    /** Why one rule fired or did not; empty where no rule in force has this id. Rules are of any table with conditions, and 事实识别. */
    public Optional<Section> rule(String id) {
        for (Row row : rulebook.rows()) {
            if (row.id().equals(id)) {
                return Optional.of(rules.row(row));
            }
        }
        for (FactPattern pattern : rulebook.patterns()) {
            if (pattern.id().equals(id)) {
                return Optional.of(rules.pattern(pattern));
            }
        }
        return Optional.empty();
    }

    private List<String> conclusion() {
        List<String> lines = new ArrayList<>();
        lines.add(trace.decision().tier() + " 档（" + trace.decision().tier().title() + "）"
                  + (trace.decision().domains().isEmpty() ? "" : "，领域 " + String.join("、", trace.decision().domains())));
        lines.addAll(trace.decision().explanation());
        return lines;
    }

    private List<String> facts(boolean asserted) {
        Map<String, List<Fact>> byName = new LinkedHashMap<>();
        trace.facts().stream().filter(fact -> fact.isAsserted() == asserted)
                .forEach(fact -> byName.computeIfAbsent(fact.name(), n -> new ArrayList<>()).add(fact));
        List<String> lines = new ArrayList<>();
        byName.forEach((name, found) -> lines.add(name + "：" + found.stream().map(fact -> quote(trace, fact) + "（" + fact.source()
                + (asserted ? "" : "，" + whyNot(fact)) + "）").distinct().collect(Collectors.joining("、"))));
        if (asserted) {
            Set<String> read = byName.keySet();
            List<String> others = trace.segments().values().stream().flatMap(Set::stream).distinct().filter(name -> !read.contains(name)).toList();
            if (!others.isEmpty()) {
                lines.add("由登记信息得出，或由别的事实推出：" + Words.join(others));
            }
        }
        return lines;
    }

    private String near(NearMiss near) {
        String name = rulebook.rows().stream().filter(row -> row.id().equals(near.rule())).findFirst().map(Explainer::named).orElse(near.rule());
        String notes = near.missing().stream().limit(3).map(fact -> "「" + fact + "」" + note(fact)).collect(Collectors.joining("或"));
        return name + "：还缺" + notes + (near.missing().size() > 3 ? "等 " + near.missing().size() + " 项之一" : "");
    }

    private String note(String fact) {
        Rulebook.FactDefinition definition = rulebook.facts().get(fact);
        return definition == null || definition.note().isEmpty() ? "" : "（" + definition.note() + "）";
    }

    private boolean isBlocked(Row row) {
        return trace.findings().blocked().stream().anyMatch(blocked -> blocked.lead().equals(row))
               && trace.findings().leads().stream().noneMatch(lead -> lead.row().equals(row));
    }

    private boolean rulebookHas(String id) {
        return rulebook.rows().stream().anyMatch(row -> row.id().equals(id));
    }

    private static boolean demandsSomething(Row row) {
        return !row.condition().all().isEmpty() || !row.condition().any().isEmpty();
    }

    static String named(Row row) {
        return row.id() + (row.name().isEmpty() ? "" : "「" + row.name() + "」") + (row.status() == Status.试行 ? "（试行，只记录）" : "")
               + (row.effect() instanceof Effect.Lead lead ? "，" + lead.leadType() + "，" + lead.base() + " 档起" : "");
    }

    static String quote(Trace trace, Fact fact) {
        return "「" + trace.reading().quote(fact.start(), fact.end()) + "」";
    }

    static String whyNot(Fact fact) {
        return fact.polarity() == Polarity.否定 ? "被否定" : "语气是" + fact.modality();
    }

    private static void add(List<Section> sections, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            sections.add(new Section(title, lines));
        }
    }
}
