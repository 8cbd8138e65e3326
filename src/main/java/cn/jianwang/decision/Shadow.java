package cn.jianwang.decision;

import cn.jianwang.fact.FactPattern;
import cn.jianwang.fact.QuantityRule;
import cn.jianwang.language.Dictionary;
import cn.jianwang.language.NormalText;
import cn.jianwang.language.TextReader;
import cn.jianwang.language.Term;
import cn.jianwang.rulebook.Condition;
import cn.jianwang.rulebook.Derivations;
import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Rulebook;
import cn.jianwang.rulebook.Scope;
import cn.jianwang.rulebook.Status;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tries everything of status 试行 beside the decision and tells what it would have changed. The decision itself is made
 * without any of it. A text on which nothing on trial fires costs no second decision.
 *
 * <p>Each row that fires is tried alone. Where that changes nothing but all rows on trial together do, it is left out of
 * them, so that a pattern and the rule that rests on it are told although neither does anything by itself.
 */
final class Shadow {

    private static final Predicate<Row> EVERYTHING = row -> true;

    private final TriageDesk desk;
    private final Rulebook rulebook;
    private final Senses official;
    private final Senses all;
    private final List<Row> rows;
    private final Derivations derivations;
    private final Set<String> patterns;
    /** Knows each word on trial as a concept of its own; null where there is none. */
    private final Dictionary words;
    private final Map<String, Senses> variants = new ConcurrentHashMap<>();

    Shadow(TriageDesk desk, Rulebook rulebook, Senses official, Derivations derivations) {
        this.desk = desk;
        this.rulebook = rulebook;
        this.official = official;
        this.all = official.with(rulebook.rehearsed());
        this.derivations = derivations;
        Rulebook.OnTrial trial = rulebook.onTrial();
        this.rows = rulebook.rows().stream().filter(row -> row.status() == Status.试行).toList();
        this.patterns = Stream.concat(trial.patterns().stream().map(FactPattern::id), trial.quantities().stream().map(QuantityRule::id))
                .collect(Collectors.toSet());
        this.words = trial.terms().isEmpty() ? null
                : Dictionary.of(trial.terms().stream().map(t -> new Term(t.word(), t.word(), t.wholeWord())).toList());
    }

    /** What fired, in the order of the tables; empty where nothing is on trial. */
    List<ShadowHit> hits(CaseFile file, Decision decision) {
        if (rows.isEmpty() && patterns.isEmpty() && words == null) {
            return List.of();
        }
        CaseFile seen = all == official ? file : all.file(file.event());
        Set<String> fired = fired(file, seen);
        if (fired.isEmpty()) {
            return List.of();
        }
        Decision joint = desk.decide(seen, EVERYTHING);
        List<ShadowHit> hits = new ArrayList<>();
        for (String id : fired) {
            List<String> changes = Changes.between(decision, decide(file, id, true));
            boolean alone = !changes.isEmpty() || fired.size() == 1;
            if (!alone) {
                changes = Changes.between(decide(seen, id, false), joint);
            }
            if (!changes.isEmpty() || matters(id, joint)) {
                hits.add(new ShadowHit(id, changes, !alone && !changes.isEmpty()));
            }
        }
        return List.copyOf(hits);
    }

    /** @param official the event as the official rules see it; @param file as all see it */
    private Set<String> fired(CaseFile official, CaseFile file) {
        Set<String> fired = new LinkedHashSet<>();
        if (words != null) {
            NormalText text = NormalText.of(file.event().text());
            new TextReader(words).mentions(text).forEach(hit -> fired.add(words.conceptName(hit.concept())));
        }
        if (!patterns.isEmpty()) {
            file.facts().stream().filter(f -> f.isAsserted() && patterns.contains(f.source()))
                    .forEach(f -> fired.add(f.source()));
            rulebook.onTrial().quantities().stream()
                    .filter(rule -> file.fieldFacts().contains(rule.fact()) && !official.fieldFacts().contains(rule.fact()))
                    .forEach(rule -> fired.add(rule.id()));
        }
        if (!rows.isEmpty()) {
            List<Set<String>> segments = file.segments().stream().map(s -> derivations.closure(file.names(s), EVERYTHING)).toList();
            Set<String> whole = derivations.closure(file.allNames(), EVERYTHING);
            for (Row row : rows) {
                if (row.judgesWholeEvent() ? row.condition().holds(whole)
                        : segments.stream().anyMatch(names -> row.condition().holds(names))) {
                    fired.add(row.id());
                }
            }
        }
        return fired;
    }

    /** Whether a row that changes nothing has at least a lead to act on; a row without conditions would fire on everything. */
    private boolean matters(String id, Decision joint) {
        Row row = rows.stream().filter(r -> r.id().equals(id)).findFirst().orElse(null);
        if (row == null || !row.condition().equals(Condition.NONE)) {
            return true;
        }
        Scope scope = scope(row.effect());
        return scope != null && joint.leads().stream().anyMatch(lead -> scope.covers(lead.leadType(), lead.domain()));
    }

    private static Scope scope(Effect effect) {
        if (effect instanceof Effect.Move move) {
            return move.leads();
        }
        if (effect instanceof Effect.Urge urge) {
            return urge.leads();
        }
        if (effect instanceof Effect.Route route) {
            return route.leads();
        }
        return effect instanceof Effect.Tag tag ? tag.leads() : null;
    }

    /**
     * @param file  as seen by the official patterns where alone, else by all
     * @param alone with the official rules and this row; otherwise with everything but this row
     */
    private Decision decide(CaseFile file, String id, boolean alone) {
        Predicate<Row> counts = row -> row.status() == Status.正式 || row.id().equals(id) == alone;
        if (rows.stream().anyMatch(row -> row.id().equals(id))) {
            return desk.decide(file, counts);
        }
        return desk.decide(variants.computeIfAbsent((alone ? "+" : "-") + id, key -> variant(id, alone)).file(file.event()),
                row -> row.status() == Status.正式 || !alone);
    }

    /** Words on trial are tried all together. */
    private Senses variant(String id, boolean alone) {
        Rulebook.OnTrial trial = rulebook.onTrial();
        Senses eyes = patterns.contains(id) == alone ? official : all;
        return eyes.with(join(rulebook.patterns(), trial.patterns().stream().filter(p -> p.id().equals(id) == alone).toList()),
                join(rulebook.quantities(), trial.quantities().stream().filter(q -> q.id().equals(id) == alone).toList()));
    }

    private static <T> List<T> join(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
