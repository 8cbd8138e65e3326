package cn.jianwang.decision;

import cn.jianwang.event.GridEvent;
import cn.jianwang.fact.Fact;
import cn.jianwang.fact.FactFinder;
import cn.jianwang.language.Quantity;
import cn.jianwang.language.TextReader;
import cn.jianwang.rulebook.FieldFact;
import cn.jianwang.rulebook.Rulebook;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Facts that fields other than the text say: channel, purpose, numbers, reminders, and what the agencies did. Only facts
 * of the vocabulary are produced.
 */
final class FieldFacts {

    private static final String DUTY = "履职";
    private static final String RESOLVED = "已整改";

    private final Rulebook rulebook;
    private final TextReader reader;
    private final FactFinder finder;

    FieldFacts(Rulebook rulebook, TextReader reader, FactFinder finder) {
        this.rulebook = rulebook;
        this.reader = reader;
        this.finder = finder;
    }

    Set<String> of(GridEvent event) {
        Set<String> names = new TreeSet<>();
        names.add(FieldFact.of(event.channel()));
        if (event.appealPurpose() != null) {
            names.add(FieldFact.of(event.appealPurpose()));
        }
        if (event.personCount() != null) {
            amounts(names, Quantity.Kind.人数, event.personCount());
        }
        if (event.amount() != null) {
            amounts(names, Quantity.Kind.金额, event.amount().doubleValue());
        }
        if (event.urgeCount() >= 2) {
            names.add(FieldFact.多次催办.name());
        }
        if (event.duplicateOf() != null) {
            names.add(FieldFact.重复反映.name());
        }
        if (event.respondent() != null && hasText(event.respondent().unit())) {
            names.add(FieldFact.有具体主体.name());
        }
        if (hasText(event.occurAddress()) || event.lon() != null || event.region() != null && event.region().village() != null) {
            names.add(FieldFact.有具体地点.name());
        }
        handling(names, event.handling());
        names.retainAll(rulebook.facts().keySet());
        return names;
    }

    private void amounts(Set<String> names, Quantity.Kind kind, double value) {
        rulebook.quantities().stream().filter(q -> q.kind() == kind && q.least() <= value && value < q.below())
                .forEach(q -> names.add(q.fact()));
    }

    /** What agencies wrote counts as 履职 evidence; 已整改 only where it is the last word. */
    private void handling(Set<String> names, List<GridEvent.Handling> steps) {
        int unresolved = 0;
        for (int i = 0; i < steps.size(); i++) {
            GridEvent.Handling step = steps.get(i);
            boolean last = i == steps.size() - 1;
            boolean resolved = false;
            if (hasText(step.result())) {
                for (Fact fact : finder.find(reader.read(null, step.result()))) {
                    Rulebook.FactDefinition definition = rulebook.facts().get(fact.name());
                    boolean duty = definition != null && definition.slot().equals(DUTY);
                    if (fact.isAsserted() && duty && (last || !fact.name().equals(RESOLVED))) {
                        names.add(fact.name());
                        resolved |= fact.name().equals(RESOLVED);
                    }
                }
            }
            unresolved += resolved ? 0 : 1;
            if (Boolean.FALSE.equals(step.satisfied()) && last) {
                names.add(FieldFact.处置不满意.name());
                names.remove(RESOLVED);
            }
        }
        if (!steps.isEmpty()) {
            names.add(FieldFact.已有处置.name());
        }
        if (unresolved >= 2) {
            names.add(FieldFact.多次处置未果.name());
        }
    }

    static boolean hasText(String text) {
        return text != null && !text.isBlank();
    }
}
