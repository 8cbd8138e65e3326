package cn.jianwang.decision;

import cn.jianwang.decision.LeadBuilder.Draft;
import cn.jianwang.fact.Fact;
import cn.jianwang.language.Layout;
import cn.jianwang.rulebook.Rulebook;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which lead of an event is the main one: the higher tier, then what the title names. In a text of a few sentences the order of
 * the domains in their table decides next; in a long one, what the reporter tells most of: the domain with the most places in
 * the text, then the one that the most rules recognise, then what is told earlier.
 */
final class LeadOrder {

    private static final int FEW_SENTENCES = 4;
    private static final Set<String> CIRCUMSTANCES = Set.of("履职", "诉求", "数量", "程序", "场所", "主体");

    private final Rulebook rulebook;
    private final Map<String, Integer> rank = new LinkedHashMap<>();

    LeadOrder(Rulebook rulebook) {
        this.rulebook = rulebook;
        rulebook.domains().keySet().forEach(code -> rank.put(code, rank.size()));
    }

    /** Which of two leads of one type, found in different demands, is shown. */
    Comparator<Draft> ofOneType(CaseFile file) {
        return byTierAndTitle(file)
                .thenComparing(Comparator.comparingInt(Draft::index).reversed())
                .thenComparingInt(this::start);
    }

    Comparator<Draft> of(CaseFile file, Collection<Draft> drafts) {
        Comparator<Draft> first = byTierAndTitle(file);
        if (file.reading().layout().sentences() > FEW_SENTENCES) {
            first = first.thenComparing(byWeight(drafts)).thenComparingInt(this::start);
        }
        return first.thenComparing(d -> rank.getOrDefault(d.domain(), Integer.MAX_VALUE))
                .thenComparing(Comparator.comparingInt(Draft::index).reversed())
                .thenComparingInt(this::start)
                .thenComparing(Draft::leadType);
    }

    private Comparator<Draft> byTierAndTitle(CaseFile file) {
        Layout layout = file.reading().layout();
        int titleEnd = layout.hasTitle() ? layout.segmentEnd(0) : 0;
        return Comparator.comparing(Draft::tier).reversed().thenComparing(d -> matters(d.evidence()).noneMatch(f -> f.start() < titleEnd));
    }

    private Comparator<Draft> byWeight(Collection<Draft> drafts) {
        Map<String, Set<Integer>> places = new LinkedHashMap<>();
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            if (draft.tier().pushes()) {
                places.computeIfAbsent(draft.domain(), d -> new LinkedHashSet<>()).addAll(matters(draft.evidence()).map(Fact::start).toList());
                rows.merge(draft.domain(), draft.rows().size(), Integer::sum);
            }
        }
        Comparator<Draft> byPlaces = Comparator.comparingInt(d -> -places.getOrDefault(d.domain(), Set.of()).size());
        return byPlaces.thenComparingInt(d -> -rows.getOrDefault(d.domain(), 0));
    }

    private int start(Draft draft) {
        return matters(draft.evidence()).mapToInt(Fact::start).min().orElse(Integer.MAX_VALUE);
    }

    /** Evidence of what happened, without where, who, how much, and what came of it. */
    Stream<Fact> matters(List<Fact> evidence) {
        return evidence.stream().filter(f -> {
            Rulebook.FactDefinition definition = rulebook.facts().get(f.name());
            return definition != null && !CIRCUMSTANCES.contains(definition.slot());
        });
    }
}
