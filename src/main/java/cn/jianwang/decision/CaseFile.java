package cn.jianwang.decision;

import cn.jianwang.event.GridEvent;
import cn.jianwang.fact.Fact;
import cn.jianwang.language.Reading;
import cn.jianwang.rulebook.FieldFact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of one event before the rules are asked: its reading, the facts of the text by segment, and the facts
 * that fields add to every segment.
 *
 * @param reading      of title and content
 * @param facts        all facts of the text, asserted or not
 * @param segments     what each demand is judged on; never empty
 * @param fieldFacts   names of facts from fields other than title and content
 * @param unasserted   acts that the text only denies, supposes, asks or tells as publicity
 */
public record CaseFile(GridEvent event, Reading reading, List<Fact> facts, List<SegmentFacts> segments, Set<String> fieldFacts,
                       List<Fact> unasserted) {

    private static final int LONG = 500;
    private static final double LATE = 0.5;

    /** One demand: its own facts and those it shares (title, context segments). Fact names map to the evidence. */
    public record SegmentFacts(int segment, Map<String, Fact> facts) {
    }

    /** The names a segment is judged on. */
    public Set<String> names(SegmentFacts segment) {
        Set<String> names = new LinkedHashSet<>(segment.facts().keySet());
        names.addAll(fieldFacts);
        return names;
    }

    /** The names the whole event is judged on. */
    public Set<String> allNames() {
        Set<String> names = new LinkedHashSet<>(fieldFacts);
        segments.forEach(s -> names.addAll(s.facts().keySet()));
        return names;
    }

    /**
     * Files the facts of a text: a segment with an act of its own is judged alone together with the title; segments
     * without acts (时间、经过、反映过程) are context for all.
     */
    static CaseFile of(GridEvent event, Reading reading, List<Fact> facts, Set<String> fieldFacts, Set<String> actNames) {
        boolean titled = reading.layout().hasTitle();
        int count = reading.layout().segments();
        List<Map<String, Fact>> own = new ArrayList<>();
        boolean[] acts = new boolean[count];
        for (int i = 0; i < count; i++) {
            own.add(new TreeMap<>());
        }
        List<Fact> unasserted = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact.isAsserted()) {
                own.get(fact.segment()).put(fact.name(), fact);
                acts[fact.segment()] |= actNames.contains(fact.name());
            } else if (actNames.contains(fact.name())) {
                unasserted.add(fact);
            }
        }
        Map<String, Fact> context = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            if (titled && i == 0 || !acts[i]) {
                own.get(i).forEach(context::putIfAbsent);
            }
        }
        List<SegmentFacts> segments = new ArrayList<>();
        for (int i = titled ? 1 : 0; i < count; i++) {
            if (acts[i]) {
                segments.add(segment(i, own.get(i), context));
            }
        }
        if (segments.isEmpty()) {
            segments.add(segment(titled && count > 1 ? 1 : 0, Map.of(), context));
        }
        Set<String> names = new TreeSet<>(fieldFacts);
        if (facts.stream().anyMatch(f -> f.isAsserted() && actNames.contains(f.name()) && isLate(f, reading))) {
            names.add(FieldFact.篇末提及.name());
        }
        return new CaseFile(event, reading, List.copyOf(facts), List.copyOf(segments), names, List.copyOf(unasserted));
    }

    private static boolean isLate(Fact fact, Reading reading) {
        int length = reading.layout().length();
        return length > LONG && fact.start() > LATE * length;
    }

    /** Whether a long text comes to all of these facts only in its second half. */
    boolean tellsLate(List<Fact> evidence) {
        return !evidence.isEmpty() && evidence.stream().allMatch(f -> isLate(f, reading));
    }

    private static SegmentFacts segment(int number, Map<String, Fact> own, Map<String, Fact> context) {
        Map<String, Fact> all = new TreeMap<>(context);
        all.putAll(own);
        return new SegmentFacts(number, all);
    }
}
