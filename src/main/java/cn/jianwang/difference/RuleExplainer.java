package cn.jianwang.difference;

import cn.jianwang.decision.Trace;
import cn.jianwang.fact.Fact;
import cn.jianwang.fact.FactPattern;
import cn.jianwang.fact.QuantityRule;
import cn.jianwang.rulebook.Condition;
import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Rulebook;
import cn.jianwang.rulebook.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why one rule fired or did not on one text, condition by condition. */
final class RuleExplainer {

    private static final String YES = "✓ ";
    private static final String NO = "✗ ";
    private static final int MOST_PATTERNS = 3;

    private final Rulebook rulebook;
    private final Trace trace;
    private final Words words;

    RuleExplainer(Rulebook rulebook, Trace trace, Words words) {
        this.rulebook = rulebook;
        this.trace = trace;
        this.words = words;
    }

    Section row(Row row) {
        Set<String> names = names(row);
        Condition condition = row.condition();
        List<String> lines = new ArrayList<>();
        lines.add(verdict(row, names));
        condition.all().forEach(fact -> lines.add((names.contains(fact) ? YES : NO) + "须全有「" + fact + "」：" + found(fact, names)));
        if (!condition.any().isEmpty()) {
            List<String> there = condition.any().stream().filter(names::contains).toList();
            lines.add(there.isEmpty() ? NO + "须有其一：「" + String.join("」「", condition.any()) + "」一个也没有"
                    : YES + "须有其一：有「" + String.join("」「", there) + "」" + found(there.get(0), names));
        }
        condition.none().stream().filter(names::contains)
                .forEach(fact -> lines.add(NO + "不得有「" + fact + "」，而文中有：" + found(fact, names)));
        missing(condition, names).forEach(fact -> lines.addAll(sources(fact)));
        return new Section("规则 " + Explainer.named(row), lines);
    }

    Section pattern(FactPattern pattern) {
        boolean found = trace.facts().stream().anyMatch(fact -> fact.isAsserted() && fact.source().equals(pattern.id()));
        List<String> lines = new ArrayList<>();
        lines.add(found ? "由它认定了「" + pattern.fact() + "」。" : trace.facts().stream()
                .filter(fact -> fact.name().equals(pattern.fact())).findFirst().map(fact -> fact.isAsserted()
                        ? "「" + pattern.fact() + "」已由 " + fact.source() + " 认定。" : "「" + pattern.fact() + "」没有认定：" + Explainer.quote(trace, fact)
                        + Explainer.whyNot(fact) + "。").orElse("没有认定「" + pattern.fact() + "」。"));
        lines.addAll(groups(pattern));
        return new Section("事实识别 " + pattern.id() + "「" + pattern.fact() + "」", lines);
    }

    /** The facts of the part of the text that comes nearest to fulfilling the row. */
    private Set<String> names(Row row) {
        List<Set<String>> parts = new ArrayList<>();
        if (row.judgesWholeEvent()) {
            Set<String> all = new HashSet<>();
            trace.segments().values().forEach(all::addAll);
            parts.add(all);
        } else {
            parts.addAll(trace.segments().values());
        }
        return parts.stream().min(Comparator.comparingInt(names -> faults(row.condition(), names))).orElse(Set.of());
    }

    private static int faults(Condition condition, Set<String> names) {
        return missing(condition, names).size() + (int) condition.none().stream().filter(names::contains).count();
    }

    /** The facts of 须全有 that are not there, and the first alternative of 须有其一 where none is. */
    private static List<String> missing(Condition condition, Set<String> names) {
        List<String> missing = new ArrayList<>(condition.all().stream().filter(fact -> !names.contains(fact)).toList());
        if (!condition.any().isEmpty() && condition.any().stream().noneMatch(names::contains)) {
            missing.add(condition.any().iterator().next());
        }
        return missing;
    }

    private String verdict(Row row, Set<String> names) {
        if (row.condition().holds(names)) {
            List<String> reasons = new ArrayList<>();
            trace.findings().blocked().stream().filter(b -> b.lead().equals(row)).map(b -> b.exclusion().row()).distinct()
                    .forEach(by -> reasons.add("被排除规则 " + by.id() + "「" + by.name() + "」挡住"));
            trace.findings().struck().stream().filter(s -> row.condition().all().contains(s.fact()) || row.condition().any().contains(s.fact()))
                    .forEach(s -> reasons.add("「" + s.fact() + "」被排除规则 " + s.row().id() + " 划去"));
            boolean lead = row.effect() instanceof Effect.Lead;
            boolean counts = !lead || trace.findings().leads().stream().anyMatch(holds -> holds.row().equals(row));
            String held = "条件成立" + (counts || reasons.isEmpty() ? "" : "，但" + String.join("，", reasons));
            return held + (row.status() == Status.试行 ? "；还在试行，只记录，不影响结论。" : "。");
        }
        List<String> step = row.condition().oneStepAway(names);
        int faults = faults(row.condition(), names);
        return step.isEmpty() ? "没有成立：有 " + faults + " 处不符。" : "没有成立，只差一步：缺「" + String.join("」或「", step) + "」。";
    }

    private String found(String fact, Set<String> names) {
        Fact best = trace.facts().stream().filter(f -> f.name().equals(fact)).min(Comparator.comparing(f -> !f.isAsserted())).orElse(null);
        if (best != null && best.isAsserted() == names.contains(fact)) {
            return Explainer.quote(trace, best) + (best.isAsserted() ? "（" + best.source() + "）" : Explainer.whyNot(best) + "，不算");
        }
        return best != null && best.isAsserted() ? "在另一段里有" + Explainer.quote(trace, best) + "，不在这一段"
                : names.contains(fact) ? "由登记信息或别的事实得出" : "没有认定";
    }

    /** What would have made a fact. */
    private List<String> sources(String fact) {
        List<String> lines = new ArrayList<>();
        Map<FactPattern, Long> present = new LinkedHashMap<>();
        rulebook.patterns().stream().filter(p -> p.fact().equals(fact))
                .forEach(p -> present.put(p, groupsOf(p).values().stream().filter(group -> !words.of(group).isEmpty()).count()));
        present.entrySet().stream().sorted(Comparator.comparingLong((Map.Entry<FactPattern, Long> e) -> -e.getValue())).limit(MOST_PATTERNS)
                .forEach(e -> {
                    lines.add("  怎样才算「" + fact + "」——" + e.getKey().id() + "（" + e.getKey().range() + "内）：");
                    groups(e.getKey()).forEach(line -> lines.add("    " + line));
                });
        if (present.size() > MOST_PATTERNS) {
            lines.add("    另有 " + (present.size() - MOST_PATTERNS) + " 条认定「" + fact + "」的识别规则，文中沾边的更少。");
        }
        rulebook.quantities().stream().filter(q -> q.fact().equals(fact)).map(RuleExplainer::amount).forEach(lines::add);
        rulebook.rows().stream().filter(row -> row.effect() instanceof Effect.Derive derive && derive.fact().equals(fact))
                .forEach(row -> lines.add("  「" + fact + "」由 " + row.id() + " 推出：" + demands(row.condition())));
        if (lines.isEmpty()) {
            lines.add("  「" + fact + "」由登记信息（渠道、诉求目的、处置经过等）得出，不从文字认定。");
        }
        return lines;
    }

    private static String amount(QuantityRule rule) {
        return "  怎样才算「" + rule.fact() + "」——" + rule.id() + "：" + rule.kind() + "不小于 " + plain(rule.least())
               + (Double.isInfinite(rule.below()) ? "" : "、小于 " + plain(rule.below()))
               + (rule.near().isEmpty() ? "" : "，同一分句里有 " + Words.join(rule.near()));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static String demands(Condition condition) {
        return (condition.all().isEmpty() ? "" : "须全有 " + Words.join(condition.all()) + "；")
               + (condition.any().isEmpty() ? "" : "须有其一 " + Words.join(condition.any()) + "；")
               + (condition.none().isEmpty() ? "" : "不得有 " + Words.join(condition.none()) + "；");
    }

    private static Map<String, Set<String>> groupsOf(FactPattern pattern) {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        groups.put("主体", pattern.subject());
        groups.put("行为", pattern.act());
        groups.put("对象", pattern.object());
        groups.values().removeIf(Set::isEmpty);
        return groups;
    }

    private List<String> groups(FactPattern pattern) {
        List<String> lines = new ArrayList<>();
        groupsOf(pattern).forEach((title, concepts) -> {
            List<String> found = words.of(concepts);
            List<String> hidden = words.hidden(concepts);
            lines.add((found.isEmpty() ? NO : YES) + title + "（" + Words.join(concepts) + "）："
                      + (found.isEmpty() ? "文中没有" + (hidden.isEmpty() ? "" : "；" + Words.join(hidden)) : "有 " + Words.join(found)));
        });
        List<String> unless = words.of(pattern.unless());
        if (!unless.isEmpty()) {
            lines.add(NO + "排斥（" + Words.join(pattern.unless()) + "）：文中有 " + Words.join(unless) + "，落在" + pattern.range() + "内就不算");
        }
        return lines;
    }
}
