package cn.jianwang.decision;

import cn.jianwang.decision.Decision.Excluded;
import cn.jianwang.decision.Decision.Handoff;
import cn.jianwang.decision.Decision.Lead;
import cn.jianwang.decision.Decision.NearMiss;
import cn.jianwang.decision.Decision.Receipt;
import cn.jianwang.decision.Decision.ReleaseId;
import cn.jianwang.decision.Decision.Route;
import cn.jianwang.engine.Findings;
import cn.jianwang.engine.Holds;
import cn.jianwang.engine.RuleEngine;
import cn.jianwang.event.GridEvent;
import cn.jianwang.event.Incident;
import cn.jianwang.language.Cue;
import cn.jianwang.language.TermUsage;
import cn.jianwang.rulebook.Derivations;
import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Rulebook;
import cn.jianwang.rulebook.Status;
import cn.jianwang.rulebook.Tier;
import cn.jianwang.rulebook.Urgency;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The deciding core over one rulebook. Safe for many threads. */
public final class TriageDesk implements Decider {

    private static final int MOST_DOMAINS = 3;
    private static final int WHOLE = Integer.MAX_VALUE;
    private static final String ACT = "行为";
    private static final Map<String, String> HANDOFFS = Map.of("YS01", "纪委监委", "YS02", "公安机关",
            "YS03", "法院、司法行政机关或仲裁机构", "YS04", "行政机关继续办理");

    private final Rulebook rulebook;
    private final Senses senses;
    private final RuleEngine engine;
    private final Shadow shadow;
    private final Places places;
    private final LeadBuilder leads;
    private final Router router;
    private final Deadlines deadlines;
    private final NearMisses nearMisses;
    private final Explanation explanation;
    private final Derivations derivations;
    /** Ids of rows that threw before: the log tells of each once. */
    private final Set<String> thrown = ConcurrentHashMap.newKeySet();

    public TriageDesk(Rulebook rulebook, RuleEngine engine) {
        this(rulebook, engine, Senses.of(rulebook, acts(rulebook)), new Places(rulebook.regions()));
    }

    private TriageDesk(Rulebook rulebook, RuleEngine engine, Senses senses, Places places) {
        this.rulebook = rulebook;
        this.engine = engine;
        this.senses = senses;
        this.places = places;
        this.leads = new LeadBuilder(rulebook);
        this.router = new Router(rulebook);
        this.deadlines = new Deadlines(rulebook.deadlines());
        this.explanation = new Explanation(rulebook);
        this.derivations = new Derivations(rulebook.rows());
        this.nearMisses = new NearMisses(rulebook, acts(rulebook));
        this.shadow = new Shadow(this, rulebook, senses, derivations);
    }

    private static Set<String> acts(Rulebook rulebook) {
        return rulebook.facts().values().stream().filter(f -> f.slot().equals(ACT)).map(Rulebook.FactDefinition::name)
                .collect(Collectors.toSet());
    }

    @Override
    public ReleaseId release() {
        return new ReleaseId(rulebook.version(), rulebook.sha256());
    }

    /** A desk by changed rules that shares with this one all that the change leaves alone; regions and facts are the same. */
    public TriageDesk with(Rulebook changed, RuleEngine ofChanged) {
        return new TriageDesk(changed, ofChanged, senses.with(changed), places);
    }

    /** The words of the rules, looked up in texts. */
    public TermUsage termUsage() {
        return senses.termUsage();
    }

    @Override
    public Decision decide(GridEvent event) {
        try {
            return decide(senses.file(event), TriageDesk::isOfficial);
        } catch (RuntimeException failed) {
            return withoutThrowing(senses.fileWithoutThrowing(event), failed).decision();
        }
    }

    /** Decides on a file that this desk, or one by rules with the same words, patterns and amounts, has made. */
    public Decision decide(CaseFile file) {
        try {
            return decide(file, TriageDesk::isOfficial);
        } catch (RuntimeException failed) {
            return withoutThrowing(new Senses.Filed(file, List.of()), failed).decision();
        }
    }

    @Override
    public Verdict verdict(GridEvent event) {
        try {
            CaseFile file = senses.file(event);
            Decision decision = decide(file, TriageDesk::isOfficial);
            return new Verdict(decision, shadow(file, decision), List.of());
        } catch (RuntimeException failed) {
            return withoutThrowing(senses.fileWithoutThrowing(event), failed);
        }
    }

    private static boolean isOfficial(Row row) {
        return row.status() == Status.正式;
    }

    /**
     * Decides without the rows and patterns that throw on this event.
     *
     * @throws RuntimeException the failure itself, where no row is to blame
     */
    private Verdict withoutThrowing(Senses.Filed filed, RuntimeException failed) {
        List<Row> rows = rulebook.rows().stream().filter(TriageDesk::isOfficial).toList();
        List<Row> bad = decides(filed.file(), rows) ? List.of()
                : Isolation.rows(rows, mayHold(filed.file()), some -> decides(filed.file(), some));
        List<String> ids = new ArrayList<>(filed.isolated());
        bad.stream().map(Row::id).sorted().forEach(ids::add);
        if (ids.isEmpty()) {
            throw failed;
        }
        if (thrown.addAll(ids)) {
            Incident.log(failed);
        }
        Decision decision = decide(filed.file(), row -> isOfficial(row) && !ids.contains(row.id()));
        return new Verdict(decision.forPeople(ids), List.of(), List.copyOf(ids));
    }

    private Predicate<Row> mayHold(CaseFile file) {
        Set<String> names = new LinkedHashSet<>(derivations.closure(file.allNames()));
        file.segments().forEach(segment -> names.addAll(derivations.closure(file.names(segment))));
        return row -> names.containsAll(row.condition().all())
                      && (row.condition().any().isEmpty() || row.condition().any().stream().anyMatch(names::contains));
    }

    private boolean decides(CaseFile file, List<Row> rows) {
        Set<String> ids = rows.stream().map(Row::id).collect(Collectors.toSet());
        try {
            decide(file, row -> ids.contains(row.id()));
            return true;
        } catch (RuntimeException itself) {
            return false;
        }
    }

    /** A row on trial that throws must not take the decision with it. */
    private List<ShadowHit> shadow(CaseFile file, Decision decision) {
        try {
            return shadow.hits(file, decision);
        } catch (RuntimeException failed) {
            if (thrown.add("试行")) {
                Incident.log(failed);
            }
            return List.of();
        }
    }

    /** @param counts which rows are asked */
    Decision decide(CaseFile file, Predicate<Row> counts) {
        GridEvent event = file.event();
        Findings findings = engine.judge(situations(file, counts), counts);
        Places.Place place = places.resolve(event);
        List<LeadBuilder.Draft> all = leads.drafts(file, findings);
        List<LeadBuilder.Draft> drafts = all.stream().filter(d -> d.tier() != Tier.D).toList();
        Tier tier = drafts.isEmpty() ? Tier.D : drafts.get(0).tier();
        Urgency urgency = urgency(drafts, findings);
        Handoff handoff = handoff(tier, findings);
        List<Lead> shown = drafts.stream().map(d -> leads.lead(file, d, place.county(), missing(file, d, place))).toList();
        Route route = tier == Tier.D ? null : router.route(event, drafts.get(0), findings, place.county());
        OffsetDateTime respondBy = deadlines.by(urgency, event.reportTime());
        List<Excluded> excluded = explanation.excluded(file, findings, all);
        List<String> domains = domains(drafts);
        return new Decision(event.key(), id(event), 1, tier, tier.pushes(), domains, shown, handoff, route, urgency, respondBy,
                tags(drafts, findings), excluded, near(file, findings), explanation.sentences(file, drafts, handoff, excluded),
                receipt(tier, handoff), quality(event, file, place), release());
    }

    /** Decides and tells how. */
    public Trace trace(GridEvent event) {
        CaseFile file = senses.file(event);
        Set<String> whole = derivations.closure(file.allNames());
        Map<Integer, Set<String>> segments = segments(file);
        List<Row> holding = rulebook.rows().stream().filter(row -> holds(row, segments, whole)).toList();
        return new Trace(file.reading(), file.facts(), segments, holding, engine.judge(situations(file, TriageDesk::isOfficial)),
                decide(file));
    }

    /** Whether the condition of a row holds in some segment or on the whole event, whatever exclusions say. */
    public boolean holds(Row row, CaseFile file) {
        return holds(row, row.judgesWholeEvent() ? Map.of() : segments(file), derivations.closure(file.allNames()));
    }

    private static boolean holds(Row row, Map<Integer, Set<String>> segments, Set<String> whole) {
        return row.judgesWholeEvent() ? row.condition().holds(whole)
                : segments.values().stream().anyMatch(names -> row.condition().holds(names));
    }

    /** The names, with derived ones, that each segment is judged on. */
    private Map<Integer, Set<String>> segments(CaseFile file) {
        Map<Integer, Set<String>> segments = new TreeMap<>();
        file.segments().forEach(s -> segments.put(s.segment(), derivations.closure(file.names(s))));
        return segments;
    }

    /** Reads an event and finds its facts; deciding on them is another step. */
    public CaseFile file(GridEvent event) {
        return senses.file(event);
    }

    private List<RuleEngine.Situation> situations(CaseFile file, Predicate<Row> counts) {
        List<RuleEngine.Situation> situations = new ArrayList<>();
        for (CaseFile.SegmentFacts segment : file.segments()) {
            situations.add(new RuleEngine.Situation(segment.segment(), false, file.names(segment)));
        }
        situations.add(new RuleEngine.Situation(WHOLE, true, derivations.closure(file.allNames(), counts)));
        return situations;
    }

    private static <T extends Effect> List<T> effects(Findings findings, Class<T> kind) {
        return findings.held().stream().map(Holds::row).map(Row::effect)
                .filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Urgency urgency(List<LeadBuilder.Draft> drafts, Findings findings) {
        Urgency highest = drafts.isEmpty() ? Urgency.无 : drafts.get(0).tier().pushes() ? Urgency.一般 : Urgency.观察;
        for (Effect.Urge urge : effects(findings, Effect.Urge.class)) {
            boolean applies = drafts.stream().anyMatch(d -> urge.tiers().contains(d.tier())
                                                            && urge.leads().covers(d.leadType(), d.domain()));
            if (applies && urge.level().compareTo(highest) > 0) {
                highest = urge.level();
            }
        }
        return highest;
    }

    /** For D the first row that holds; beside a pushed lead only 纪委监委, as a split-off demand; none for C. */
    private static Handoff handoff(Tier tier, Findings findings) {
        if (tier == Tier.C) {
            return null;
        }
        for (Effect.HandOff row : effects(findings, Effect.HandOff.class)) {
            if (tier == Tier.D || row.code().equals("YS01")) {
                return new Handoff(row.code(), HANDOFFS.get(row.code()));
            }
        }
        return null;
    }

    /** The domains of the leads, the main one first, then those that they concern besides. */
    private List<String> domains(List<LeadBuilder.Draft> drafts) {
        Stream<String> own = drafts.stream().map(LeadBuilder.Draft::domain);
        Stream<String> besides = drafts.stream().flatMap(draft -> rulebook.leadTypes().get(draft.leadType()).also().stream());
        return Stream.concat(own, besides).distinct().limit(MOST_DOMAINS).toList();
    }

    private static List<String> tags(List<LeadBuilder.Draft> drafts, Findings findings) {
        Set<String> tags = new LinkedHashSet<>();
        for (Effect.Tag tag : effects(findings, Effect.Tag.class)) {
            if (drafts.stream().anyMatch(d -> tag.leads().covers(d.leadType(), d.domain()))) {
                tags.add(tag.label());
            }
        }
        return List.copyOf(tags);
    }

    private List<NearMiss> near(CaseFile file, Findings findings) {
        Set<String> held = findings.leads().stream().map(h -> h.row().id()).collect(Collectors.toSet());
        return nearMisses.of(file, held);
    }

    private Receipt receipt(Tier tier, Handoff handoff) {
        String code = handoff == null ? "" : handoff.code();
        return rulebook.receipts().stream()
                .filter(r -> (r.tiers().contains(tier.name()) || r.tiers().contains("*"))
                             && (r.handoff().equals("*") || r.handoff().equals(code)))
                .findFirst().map(r -> new Receipt(r.status(), r.text())).orElse(new Receipt("已接收", "事件已接收。"));
    }

    private static List<String> missing(CaseFile file, LeadBuilder.Draft draft, Places.Place place) {
        List<String> missing = new ArrayList<>();
        if (place.county() == null) {
            missing.add(place.named() ? "地点核实" : "地点");
        } else if (place.conflict()) {
            missing.add("地点核实");
        }
        return missing;
    }

    private static List<String> quality(GridEvent event, CaseFile file, Places.Place place) {
        List<String> flags = new ArrayList<>();
        if (!place.named()) {
            flags.add("缺地点");
        }
        if (place.conflict()) {
            flags.add("地点矛盾");
        }
        if (Coordinates.swapped(event)) {
            flags.add("坐标颠倒");
        } else if (Coordinates.outside(event)) {
            flags.add("坐标超出本市范围");
        }
        if (event.occurTime() == null && event.reportTime() == null) {
            flags.add("缺时间");
        }
        if (file.reading().hits().stream().anyMatch(h -> h.concept() == Cue.模板话术.ordinal())) {
            flags.add("模板话术");
        }
        return List.copyOf(flags);
    }

    /** The same event under the same release has the same id. */
    private String id(GridEvent event) {
        String identity = event.key() + "\u0000" + event.text() + "\u0000" + event.handling() + "\u0000" + event.urgeCount()
                          + "\u0000" + rulebook.sha256();
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
