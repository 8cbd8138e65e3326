package cn.jianwang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.rulebook.Rulebook.LeadType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/**
 * What the analysis reports of a random rule set is exactly what is true when the rules are tried on every set of facts:
 * nothing that is not so, and all that is so.
 */
class RandomAnalysisTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    /** One rule set with what the analysis says and what trying says. */
    private static final class Trial {

        private final List<JudgedRow> all;
        private final List<String> facts;
        private final List<JudgedRow> alive;
        private final EverySituation tried;
        private final Map<LeadType, Set<Tier>> found;
        private final Map<String, Set<String>> reported = new HashMap<>();

        Trial(long seed) {
            all = RandomRuleSet.rows(seed);
            Set<String> derived = all.stream().map(row -> row.row().effect()).filter(Effect.Derive.class::isInstance)
                    .map(effect -> ((Effect.Derive) effect).fact()).collect(Collectors.toSet());
            facts = RandomRuleSet.FACTS.stream().filter(fact -> !derived.contains(fact)).toList();
            tried = tried(all);
            found = tried.found();
            alive = all.stream().filter(tried::everHolds).toList();
            new Analysis(all, RandomRuleSet.LEAD_TYPES, TODAY).problems()
                    .forEach(p -> reported.computeIfAbsent(p.code(), c -> new TreeSet<>()).add(p.row()));
        }

        EverySituation tried(List<JudgedRow> rows) {
            return new EverySituation(rows, facts, RandomRuleSet.LEAD_TYPES);
        }

        Set<String> reported(Mistake... codes) {
            Set<String> ids = new TreeSet<>();
            for (Mistake code : codes) {
                ids.addAll(reported.getOrDefault(code.name(), Set.of()));
            }
            return ids;
        }

        <E extends Effect> List<JudgedRow> alive(Class<E> kind) {
            return alive.stream().filter(row -> kind.isInstance(row.row().effect())).toList();
        }

        /** The lead types of a scope, and nothing else of how it is written. */
        Set<String> types(Scope scope) {
            return RandomRuleSet.LEAD_TYPES.stream().filter(t -> scope.covers(t.code(), t.domain())).map(LeadType::code)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        List<JudgedRow> without(Set<String> ids) {
            return all.stream().filter(row -> !ids.contains(row.id())).toList();
        }

        @Override
        public String toString() {
            return all.stream().map(row -> "\n" + row.id() + " " + row.row().condition() + " " + row.row().effect())
                    .collect(Collectors.joining());
        }

        void agrees(Mistake code, Set<String> expected) {
            assertThat(reported(code)).as("%s of %s", code, this).isEqualTo(expected);
            Statistics.label(code.name()).collect(!expected.isEmpty());
            Statistics.label(code.name()).coverage(coverage -> coverage.check(true).count(n -> n > 10));
        }
    }

    @Property(tries = 1500)
    void rowsThatNeverHoldAreReported(@ForAll long seed) {
        Trial trial = new Trial(seed);
        trial.agrees(Mistake.E11, ids(trial.all.stream().filter(row -> !trial.alive.contains(row)
                                                                     && !row.row().condition().isContradictory()).toList()));
    }

    @Property(tries = 1500)
    void rowsThatContradictAnEarlierOneAreReported(@ForAll long seed) {
        Trial trial = new Trial(seed);
        Set<String> expected = new TreeSet<>();
        for (JudgedRow later : trial.alive) {
            for (JudgedRow earlier : trial.alive) {
                if (earlier.row().order() < later.row().order() && trial.tried.alwaysTogether(earlier, later)
                    && contradict(trial, earlier.row().effect(), later.row().effect())) {
                    expected.add(later.id());
                }
            }
        }
        trial.agrees(Mistake.X01, expected);
    }

    private static boolean contradict(Trial trial, Effect a, Effect b) {
        if (a instanceof Effect.Lead one && b instanceof Effect.Lead other) {
            return one.leadType().equals(other.leadType()) && one.base() != other.base();
        }
        if (a instanceof Effect.Urge one && b instanceof Effect.Urge other) {
            return trial.types(one.leads()).equals(trial.types(other.leads())) && one.tiers().equals(other.tiers())
                   && one.level() != other.level();
        }
        if (a instanceof Effect.Move one && b instanceof Effect.Move other) {
            boolean clash = one.cap() == other.cap() ? one.tier() != other.tier()
                    : (one.cap() ? one : other).tier().compareTo((one.cap() ? other : one).tier()) < 0;
            return trial.types(one.leads()).equals(trial.types(other.leads())) && one.base().equals(other.base()) && clash;
        }
        return false;
    }

    @Property(tries = 1500)
    void leadsThatAreAlwaysBlockedAreReported(@ForAll long seed) {
        Trial trial = new Trial(seed);
        trial.agrees(Mistake.X03, ids(trial.alive(Effect.Lead.class).stream().filter(row -> {
            Effect.Lead lead = (Effect.Lead) row.row().effect();
            return trial.tried.whenever(row, (i, tried) -> trial.alive(Effect.Exclude.class).stream().anyMatch(e -> tried.holds(i, e)
                    && ((Effect.Exclude) e.row().effect()).leads().covers(lead.leadType(), lead.domain())));
        }).toList()));
    }

    /** The first row that holds is taken; a row is reached where it is taken for some lead in some situation. */
    @Property(tries = 1500)
    void rowsThatAreNeverReachedAreReported(@ForAll long seed) {
        Trial trial = new Trial(seed);
        Set<String> reached = new TreeSet<>();
        List<JudgedRow> routes = trial.alive(Effect.Route.class);
        List<JudgedRow> handoffs = trial.alive(Effect.HandOff.class);
        for (int situation = 0; situation < trial.tried.count(); situation++) {
            int i = situation;
            for (LeadType type : RandomRuleSet.LEAD_TYPES) {
                routes.stream().filter(row -> trial.tried.holds(i, row) && ((Effect.Route) row.row().effect()).leads()
                        .covers(type.code(), type.domain())).findFirst().ifPresent(row -> reached.add(row.id()));
            }
            handoffs.stream().filter(row -> trial.tried.holds(i, row)).findFirst().ifPresent(row -> reached.add(row.id()));
            handoffs.stream().filter(row -> trial.tried.holds(i, row) && ((Effect.HandOff) row.row().effect()).code().equals("YS01"))
                    .findFirst().ifPresent(row -> reached.add(row.id()));
        }
        List<JudgedRow> unreached = new ArrayList<>(routes);
        unreached.addAll(handoffs);
        unreached.removeIf(row -> reached.contains(row.id()) || leftForLater(trial, row, routes));
        trial.agrees(Mistake.X02, ids(unreached));
    }

    /** A route without conditions that no single row above takes everything from. */
    private static boolean leftForLater(Trial trial, JudgedRow row, List<JudgedRow> routes) {
        return row.row().effect() instanceof Effect.Route route && row.row().condition().equals(Condition.NONE)
               && routes.stream().filter(other -> other.row().order() < row.row().order()).noneMatch(other ->
                trial.types(((Effect.Route) other.row().effect()).leads()).containsAll(trial.types(route.leads()))
                && trial.tried.whenever(row, (i, tried) -> tried.holds(i, other)));
    }

    /** Deleted together, they change no decision; deleted beside them, any other row changes one. */
    @Property(tries = 1500)
    void exactlyTheRowsThatCanBeDeletedAreReported(@ForAll long seed) {
        Trial trial = new Trial(seed);
        Set<String> redundant = trial.reported(Mistake.W01, Mistake.W02);
        trial.alive(Effect.Score.class).forEach(row -> redundant.remove(row.id()));
        List<String> decisions = trial.tried.decisions(trial.found);
        assertThat(trial.tried(trial.without(redundant)).decisions(trial.found)).as("%s without %s", trial, redundant)
                .isEqualTo(decisions);
        Set<String> others = new TreeSet<>(trial.reported(Mistake.X01, Mistake.W03));
        Set<String> conflicting = conflicting(trial);
        for (JudgedRow row : trial.alive) {
            Effect effect = row.row().effect();
            boolean comparable = !(effect instanceof Effect.Score || effect instanceof Effect.Route || effect instanceof Effect.HandOff);
            if (comparable && !redundant.contains(row.id()) && !others.contains(row.id()) && !conflicting.contains(row.id())) {
                Set<String> more = new TreeSet<>(redundant);
                more.add(row.id());
                assertThat(trial.tried(trial.without(more)).decisions(trial.found)).as("%s without %s", trial, more)
                        .isNotEqualTo(decisions);
            }
        }
        for (String code : List.of("W01", "W02")) {
            Statistics.label(code).collect(trial.reported.containsKey(code));
            Statistics.label(code).coverage(coverage -> coverage.check(true).count(n -> n > 10));
        }
    }

    private static Set<String> conflicting(Trial trial) {
        Set<String> conflicting = new TreeSet<>();
        for (JudgedRow a : trial.alive) {
            for (JudgedRow b : trial.alive) {
                if (a != b && trial.tried.alwaysTogether(a, b) && contradict(trial, a.row().effect(), b.row().effect())) {
                    conflicting.add(a.id());
                }
            }
        }
        return conflicting;
    }

    @Property(tries = 1500)
    void scoresThatAreAddedTwiceAreReported(@ForAll long seed) {
        Trial trial = new Trial(seed);
        List<JudgedRow> scores = trial.alive(Effect.Score.class);
        Set<String> expected = ids(scores.stream().filter(later -> scores.stream().anyMatch(earlier ->
                earlier.row().order() < later.row().order() && trial.tried.alwaysTogether(earlier, later)
                && ((Effect.Score) earlier.row().effect()).group().equals(((Effect.Score) later.row().effect()).group()))).toList());
        Set<String> reported = trial.reported(Mistake.W01);
        reported.retainAll(ids(scores));
        assertThat(reported).as("%s", trial).isEqualTo(expected);
        Statistics.collect(!expected.isEmpty());
        Statistics.coverage(coverage -> coverage.check(true).count(n -> n > 5));
    }

    /** A row is idle where it changes nothing when it stands alone beside leads, derivations and what strikes facts. */
    @Property(tries = 1500)
    void rowsThatWouldChangeNothingEvenAloneAreReported(@ForAll long seed) {
        Trial trial = new Trial(seed);
        Set<String> expected = ids(trial.alive.stream().filter(row -> isIdle(trial, row)).toList());
        trial.agrees(Mistake.W03, expected);
    }

    private static boolean isIdle(Trial trial, JudgedRow row) {
        Effect effect = row.row().effect();
        if (effect instanceof Effect.Score score) {
            return score.points() == 0;
        }
        if (effect instanceof Effect.Route route) {
            return trial.types(route.leads()).isEmpty();
        }
        if (effect instanceof Effect.Exclude exclude) {
            boolean blocks = trial.found.keySet().stream().anyMatch(t -> exclude.leads().covers(t.code(), t.domain()));
            boolean strikes = exclude.facts().stream().filter(trial.facts::contains).anyMatch(fact ->
                    trial.alive.stream().map(r -> r.row().condition()).anyMatch(c -> c.all().contains(fact) || c.any().contains(fact)
                                                                                     || c.none().contains(fact))
                    && canStrike(trial, row, fact));
            return !blocks && !strikes;
        }
        if (effect instanceof Effect.Move || effect instanceof Effect.Urge || effect instanceof Effect.Tag) {
            List<JudgedRow> alone = trial.all.stream().filter(other -> !other.row().effect().getClass().equals(effect.getClass())
                                                                       || other == row).toList();
            List<JudgedRow> none = alone.stream().filter(other -> other != row).toList();
            return trial.tried(alone).decisions(trial.found).equals(trial.tried(none).decisions(trial.found));
        }
        return false;
    }

    private static boolean canStrike(Trial trial, JudgedRow row, String fact) {
        return IntStream.range(0, trial.tried.count()).anyMatch(i -> trial.tried.holds(i, row)
                                                                   && trial.tried.facts(i).contains(fact));
    }

    private static Set<String> ids(List<JudgedRow> rows) {
        return rows.stream().map(JudgedRow::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
