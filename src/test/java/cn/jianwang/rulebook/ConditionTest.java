package cn.jianwang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three condition cells. Facts are single letters here. */
class ConditionTest {

    private static Set<String> facts(String letters) {
        return letters == null ? Set.of() : Arrays.stream(letters.split("")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Condition condition(String all, String any, String none) {
        return new Condition(facts(all), facts(any), facts(none));
    }

    @ParameterizedTest
    @CsvSource({
            "ab,,,  ab,  true", "ab,,,  a,   false", "ab,,,  abc, true",
            ",ab,,  b,   true", ",ab,,  c,   false", "a,bc,, ac,  true", "a,bc,, bc,  false",
            "a,,n,  a,   true", "a,,n,  an,  false", ",,n,   ,    true", ",,,    ,    true"})
    void aRowHoldsWhenAllAreThereAndOneOfAnyAndNoneOfNone(String all, String any, String none, String seen, boolean holds) {
        assertThat(condition(all, any, none).holds(facts(seen))).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
            "ab,,,   a,   b", "ab,,,   b,   a", "ab,,,   ab,  ", "ab,,,   ,    ", "abc,,,  a,   ",
            "a,,,    ,    ", ",bc,,   ,    ",
            "a,bc,,  a,   bc", "a,bc,,  b,   a", "a,bc,,  ab,  ", "a,bc,,  ,    ", "ab,cd,, a,   ", "ab,cd,, ac,  b",
            "ab,,n,  an,  ", "a,bc,n, an,  "})
    void oneStepIsOneFactOfAllOrTheAlternativesOfAny(String all, String any, String none, String seen, String missing) {
        assertThat(condition(all, any, none).oneStepAway(facts(seen))).containsExactlyInAnyOrderElementsOf(facts(missing));
    }

    @ParameterizedTest
    @CsvSource({"a,,a, true", "a,b,b, true", "a,bc,b, false", "ab,,c, false", ",ab,ab, true"})
    void aRowThatForbidsWhatItNeedsNeverHolds(String all, String any, String none, boolean contradictory) {
        Condition condition = condition(all, any, none);
        assertThat(condition.isContradictory()).isEqualTo(contradictory);
        assertThat(subsets(List.of("a", "b", "c")).anyMatch(condition::holds)).isEqualTo(!contradictory);
    }

    private static Stream<Set<String>> subsets(List<String> facts) {
        return Stream.iterate(0, bits -> bits < 1 << facts.size(), bits -> bits + 1).map(bits -> {
            Set<String> subset = new TreeSet<>();
            for (int i = 0; i < facts.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    subset.add(facts.get(i));
                }
            }
            return subset;
        });
    }
}
