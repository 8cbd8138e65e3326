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

    @Provide
    Arbitrary<Set<String>> facts() {
        return Arbitraries.of("甲", "乙", "丙", "丁", "戊").set().ofMaxSize(3);
    }
}
