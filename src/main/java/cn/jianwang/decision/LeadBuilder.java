package cn.jianwang.decision;

import cn.jianwang.decision.Decision.AgencyView;
import cn.jianwang.decision.Decision.FactView;
import cn.jianwang.decision.Decision.Lead;
import cn.jianwang.decision.Decision.Span;
import cn.jianwang.engine.Findings;
import cn.jianwang.engine.Holds;
import cn.jianwang.fact.Fact;
import cn.jianwang.language.Reading;
import cn.jianwang.rulebook.Condition;
import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.FieldFact;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Rulebook;
import cn.jianwang.rulebook.Status;
import cn.jianwang.rulebook.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes leads of the rows that hold: one per lead type, with tier, index, evidence, law and agencies. */
final class LeadBuilder {

    private static final Map<String, Integer> MOST_POINTS = Map.of("案源", 20, "损害", 45, "履职", 35);

    private final Rulebook rulebook;
    private final LeadOrder order;
    private final Map<String, List<Row>> derivedBy = new LinkedHashMap<>();

    LeadBuilder(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.order = new LeadOrder(rulebook);
        for (Row row : rulebook.rows()) {
            if (row.effect() instanceof Effect.Derive derive && row.status() == Status.正式) {
                derivedBy.computeIfAbsent(derive.fact(), f -> new ArrayList<>()).add(row);
            }
        }
    }

    /**
     * A lead before it is shown.
     *
     * @param moves tier rows that moved it, in order
     * @param caps  whether a cap took it out altogether is seen by {@code tier == D}
     */
    record Draft(String leadType, String domain, Tier tier, int index, int segment, List<Row> rows, List<Row> moves,
                 List<Fact> evidence, Set<String> names) {
    }

    /** Leads of all segments, one per type, strongest first; those capped to D last. */
    List<Draft> drafts(CaseFile file, Findings findings) {
        Map<String, Draft> best = new LinkedHashMap<>();
        for (CaseFile.SegmentFacts segment : file.segments()) {
            Map<String, List<Row>> byType = new LinkedHashMap<>();
            for (Holds lead : findings.leads()) {
                if (lead.situation() == segment.segment()) {
                    byType.computeIfAbsent(((Effect.Lead) lead.row().effect()).leadType(), t -> new ArrayList<>()).add(lead.row());
                }
            }
            List<Row> held = findings.held().stream().filter(h -> h.situation() == segment.segment())
                    .map(Holds::row).toList();
            byType.forEach((type, rows) -> best.merge(type, draft(file, segment, rows, held),
                    (a, b) -> order.ofOneType(file).compare(a, b) <= 0 ? a : b));
        }
        return best.values().stream().sorted(order.of(file, best.values())).toList();
    }

    private Draft draft(CaseFile file, CaseFile.SegmentFacts segment, List<Row> rows, List<Row> held) {
        Effect.Lead first = (Effect.Lead) rows.get(0).effect();
        Tier base = rows.stream().map(r -> ((Effect.Lead) r.effect()).base()).reduce(Tier.D, Tier::atLeast);
        List<Row> strongest = rows.stream().filter(r -> ((Effect.Lead) r.effect()).base() == base).toList();
        Tier raised = base;
        Tier cap = Tier.A;
        boolean late = file.tellsLate(order.matters(evidence(segment, rows, List.of())).toList());
        List<Row> moves = new ArrayList<>();
        for (Row row : held) {
            boolean asksLate = row.condition().all().contains(FieldFact.篇末提及.name());
            if (row.effect() instanceof Effect.Move move && move.base().contains(base) && (late || !asksLate)
                && move.leads().covers(first.leadType(), first.domain())) {
                moves.add(row);
                if (move.cap()) {
                    cap = cap.atMost(move.tier());
                } else {
                    raised = raised.atLeast(move.tier());
                }
            }
        }
        Tier tier = raised.atMost(cap);
        List<Fact> evidence = evidence(segment, rows, moves);
        return new Draft(first.leadType(), first.domain(), tier, index(held, tier), segment.segment(),
                strongest.size() == rows.size() ? rows : merged(strongest, rows), moves, evidence, file.names(segment));
    }

    private static List<Row> merged(List<Row> first, List<Row> all) {
        Set<Row> rows = new LinkedHashSet<>(first);
        rows.addAll(all);
        return List.copyOf(rows);
    }

    /** Sum of the points of each group up to its limit, held inside the band of the tier that the rules gave. */
    private static int index(List<Row> held, Tier tier) {
        Map<String, Integer> points = new LinkedHashMap<>();
        for (Row row : held) {
            if (row.effect() instanceof Effect.Score score) {
                points.merge(score.group(), score.points(), Integer::sum);
            }
        }
        int sum = 0;
        for (Map.Entry<String, Integer> group : points.entrySet()) {
            sum += Math.min(group.getValue(), MOST_POINTS.getOrDefault(group.getKey(), 0));
        }
        return switch (tier) {
            case A -> Math.max(70, Math.min(100, sum));
            case B -> Math.max(45, Math.min(69, sum));
            case C -> Math.max(20, Math.min(44, sum));
            case D -> Math.max(0, Math.min(19, sum));
        };
    }

    private List<Fact> evidence(CaseFile.SegmentFacts segment, List<Row> rows, List<Row> moves) {
        Map<String, Fact> found = new LinkedHashMap<>();
        for (Row row : rows) {
            collect(row.condition(), segment, found);
        }
        for (Row row : moves) {
            collect(row.condition(), segment, found);
        }
        return found.values().stream().sorted(Comparator.comparingInt(Fact::start).thenComparing(Fact::name)).toList();
    }

    private void collect(Condition condition, CaseFile.SegmentFacts segment, Map<String, Fact> found) {
        for (Set<String> names : List.of(condition.all(), condition.any())) {
            for (String name : names) {
                Fact fact = segment.facts().get(name);
                if (fact != null) {
                    found.putIfAbsent(name, fact);
                } else if (derivedBy.containsKey(name)) {
                    derivedBy.get(name).forEach(row -> collect(row.condition(), segment, found));
                }
            }
        }
    }

    /** The lead as it is shown. @param missing facts that nobody has stated yet, such as 地点 */
    Lead lead(CaseFile file, Draft draft, String county, List<String> missing) {
        Reading reading = file.reading();
        LocalDate day = dayOf(file);
        Set<String> law = new LinkedHashSet<>();
        Set<String> supplements = new LinkedHashSet<>(missing);
        Set<String> named = new LinkedHashSet<>();
        for (Row row : draft.rows) {
            Effect.Lead effect = (Effect.Lead) row.effect();
            effect.legalBasis().stream().filter(id -> rulebook.legalBasis().containsKey(id)
                    && rulebook.legalBasis().get(id).inForceOn(day)).forEach(law::add);
            supplements.addAll(effect.supplements());
            named.addAll(effect.agencies());
        }
        List<String> ids = new ArrayList<>(draft.rows.stream().map(Row::id).toList());
        draft.moves.forEach(row -> ids.add(row.id()));
        return new Lead(draft.leadType, draft.domain, draft.tier, draft.index, span(reading, draft.segment),
                draft.evidence.stream().map(f -> view(reading, f)).toList(), ids, List.copyOf(law),
                agencies(draft.leadType, draft.domain, county, day, named), List.copyOf(supplements));
    }

    private List<AgencyView> agencies(String leadType, String domain, String county, LocalDate day, Set<String> named) {
        Set<AgencyView> agencies = new LinkedHashSet<>();
        for (Rulebook.Power power : rulebook.powers()) {
            boolean here = power.county().equals("*") || county != null && power.county().startsWith(county);
            boolean inForce = day == null || (power.from() == null || !day.isBefore(power.from()))
                                             && (power.until() == null || day.isBefore(power.until()));
            if (power.leads().covers(leadType, domain) && here && inForce) {
                power.supervising().forEach(name -> agencies.add(new AgencyView(name, "监管")));
                power.punishing().forEach(name -> agencies.add(new AgencyView(name, "处罚")));
            }
        }
        if (agencies.isEmpty()) {
            named.forEach(name -> agencies.add(new AgencyView(name, "监管")));
        }
        return List.copyOf(agencies);
    }

    private FactView view(Reading reading, Fact fact) {
        Rulebook.FactDefinition definition = rulebook.facts().get(fact.name());
        return new FactView(definition == null ? "" : definition.slot(), fact.name(), reading.quote(fact.start(), fact.end()),
                reading.text().originalStart(fact.start()), reading.text().originalEnd(fact.end()), fact.polarity().name(),
                fact.modality().name());
    }

    static Span span(Reading reading, int segment) {
        int start = reading.layout().segmentStart(segment);
        int end = reading.layout().segmentEnd(segment);
        return new Span(reading.text().originalStart(start), end == 0 ? 0 : reading.text().originalEnd(end));
    }

    private static LocalDate dayOf(CaseFile file) {
        if (file.event().occurTime() != null) {
            return file.event().occurTime().toLocalDate();
        }
        return file.event().reportTime() == null ? null : file.event().reportTime().toLocalDate();
    }
}
