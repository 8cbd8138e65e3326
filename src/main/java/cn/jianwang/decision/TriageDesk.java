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
import cn.jianwang.fact.Fact;
import cn.jianwang.fact.FactFinder;
import cn.jianwang.language.Cue;
import cn.jianwang.language.Reading;
import cn.jianwang.language.TextReader;
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
import java.util.stream.Collectors;

/** The deciding core over one rulebook. Safe for many threads. */
public final class TriageDesk implements Decider {

    private static final int WHOLE = Integer.MAX_VALUE;
    private static final String ACT = "行为";
    private static final Map<String, String> HANDOFFS = Map.of("YS01", "纪委监委", "YS02", "公安机关",
            "YS03", "法院、司法行政机关或仲裁机构", "YS04", "行政机关继续办理");

    private final Rulebook rulebook;
    private final TextReader reader;
    private final FactFinder finder;
    private final RuleEngine engine;
    private final Places places;
    private final FieldFacts fieldFacts;
    private final LeadBuilder leads;
    private final Router router;
    private final Deadlines deadlines;
    private final NearMisses nearMisses;
    private final Explanation explanation;
    private final Derivations derivations;
    private final Set<String> acts;

    public TriageDesk(Rulebook rulebook, TextReader reader, FactFinder finder, RuleEngine engine) {
        this(rulebook, reader, finder, engine, new Places(rulebook.regions()));
    }

    private TriageDesk(Rulebook rulebook, TextReader reader, FactFinder finder, RuleEngine engine, Places places) {
        this.rulebook = rulebook;
        this.reader = reader;
        this.finder = finder;
        this.engine = engine;
        this.places = places;
        this.fieldFacts = new FieldFacts(rulebook, reader, finder);
        this.leads = new LeadBuilder(rulebook);
        this.router = new Router(rulebook);
        this.deadlines = new Deadlines(rulebook.deadlines());
        this.explanation = new Explanation(rulebook);
        this.derivations = new Derivations(rulebook.rows());
        this.acts = rulebook.facts().values().stream().filter(f -> f.slot().equals(ACT))
                .map(Rulebook.FactDefinition::name).collect(Collectors.toSet());
        this.nearMisses = new NearMisses(rulebook, acts);
    }

    @Override
    public ReleaseId release() {
        return new ReleaseId(rulebook.version(), rulebook.sha256());
    }

    /** A desk for the same regions that works by other rules. */
    public TriageDesk with(Rulebook changed, TextReader otherReader, FactFinder otherFinder, RuleEngine otherEngine) {
        return new TriageDesk(changed, otherReader, otherFinder, otherEngine, places);
    }

    @Override
    public Decision decide(GridEvent event) {
        return decide(file(event));
    }

    /** Decides on a file that this desk, or one with the same language and facts, has made. */
    public Decision decide(CaseFile file) {
        GridEvent event = file.event();
        Findings findings = engine.judge(situations(file));
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
        List<String> domains = drafts.stream().map(LeadBuilder.Draft::domain).distinct().limit(3).toList();
        return new Decision(event.key(), id(event), 1, tier, tier.pushes(), domains, shown, handoff, route, urgency, respondBy,
                tags(drafts, findings), excluded, near(file, findings), explanation.sentences(file, drafts, handoff, excluded),
                receipt(tier, handoff), quality(event, file, place), release());
    }

    /** Decides and tells how. */
    public Trace trace(GridEvent event) {
        CaseFile file = file(event);
        Set<String> whole = derivations.closure(file.allNames());
        Map<Integer, Set<String>> segments = segments(file);
        List<Row> holding = rulebook.rows().stream().filter(row -> holds(row, segments, whole)).toList();
        return new Trace(file.reading(), file.facts(), segments, holding, engine.judge(situations(file)), decide(file));
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
        Reading reading = reader.read(event.title(), event.content() == null ? "" : event.content());
        List<Fact> facts = finder.find(reading);
        return CaseFile.of(event, reading, facts, fieldFacts.of(event), acts);
    }

    private List<RuleEngine.Situation> situations(CaseFile file) {
        List<RuleEngine.Situation> situations = new ArrayList<>();
        for (CaseFile.SegmentFacts segment : file.segments()) {
            situations.add(new RuleEngine.Situation(segment.segment(), false, file.names(segment)));
        }
        situations.add(new RuleEngine.Situation(WHOLE, true, derivations.closure(file.allNames())));
        return situations;
    }

    private static <T extends Effect> List<T> effects(Findings findings, Class<T> kind) {
        return findings.held().stream().map(Holds::row).filter(r -> r.status() == Status.正式).map(Row::effect)
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
