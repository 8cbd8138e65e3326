package cn.jianwang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** A near miss keeps its word: with the missing fact, the row holds. */
class RandomConditionTest {

    @Property(tries = 1000)
    void whatIsOneStepAwayHoldsAfterThatStep(@ForAll("facts") Set<String> all, @ForAll("facts") Set<String> any,
                                             @ForAll("facts") Set<String> none, @ForAll("facts") Set<String> seen) {
        Condition condition = new Condition(all, any, none);
        List<String> missing = condition.oneStepAway(seen);
        assertThat(missing).noneMatch(seen::contains);
        if (condition.holds(seen)) {
            assertThat(missing).isEmpty();
        }
        if (!condition.isContradictory()) {
            for (String step : missing) {
                Set<String> grown = new HashSet<>(seen);
                grown.add(step);
                assertThat(condition.holds(grown) || none.contains(step)).as("%s 加 %s", condition, step).isTrue();
            }
        }
    }

    /** What can be said without any search: the cubes of one row against the cubes of another. */
    @Property(tries = 3000)
    void aRowTakesInAnotherWhereItsCubesDo(@ForAll("facts") Set<String> all, @ForAll("facts") Set<String> any,
                                           @ForAll("facts") Set<String> none, @ForAll("facts") Set<String> otherAll,
                                           @ForAll("facts") Set<String> otherAny, @ForAll("facts") Set<String> otherNone) {
        Condition wide = new Condition(all, any, none);
        Condition narrow = new Condition(otherAll, otherAny, otherNone);
        boolean byCubes = narrow.isContradictory() || narrow.none().containsAll(wide.none())
                && cubes(narrow).stream().allMatch(cube -> cubes(wide).stream().anyMatch(cube::containsAll));
        SeenFacts seen = new SeenFacts(List.of());
        assertThat(Judging.implies(seen.holds(row(narrow)), seen.holds(row(wide)))).as("%s ⊆ %s", narrow, wide).isEqualTo(byCubes);
        Statistics.collect(byCubes && !narrow.isContradictory());
        Statistics.coverage(coverage -> coverage.check(true).count(n -> n > 20));
    }

    private static Row row(Condition condition) {
        return new Row("H-1", "", Status.正式, 0, condition, new Effect.Score("损害", 1));
    }

    private static List<Set<String>> cubes(Condition condition) {
        if (condition.any().isEmpty()) {
            return condition.all().stream().anyMatch(condition.none()::contains) ? List.of() : List.of(condition.all());
        }
        return condition.any().stream().map(one -> {
            Set<String> cube = new HashSet<>(condition.all());
            cube.add(one);
            return cube;
        }).filter(cube -> cube.stream().noneMatch(condition.none()::contains)).toList();
    }

    @Provide
    Arbitrary<Set<String>> facts() {
        return Arbitraries.of("甲", "乙", "丙", "丁", "戊").set().ofMaxSize(3);
    }
}
