package cn.jianwang.rulebook.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What the search says is what going through all sets of facts says. */
class SearchTest {

    private static final List<String> FACTS = List.of("甲", "乙", "丙", "丁", "戊");

    @Property(tries = 2000)
    void aSetIsFoundExactlyWhereThereIsOne(@ForAll("formulas") Formula formula) {
        Optional<Set<String>> found = Search.satisfying(formula);
        boolean some = subsets().anyMatch(formula::holds);
        assertThat(found.isPresent()).isEqualTo(some);
        assertThat(Search.isNever(formula)).isEqualTo(!some);
        found.ifPresent(facts -> assertThat(formula.holds(facts)).isTrue());
        Statistics.collect(some);
        Statistics.coverage(coverage -> coverage.check(false).count(n -> n > 20));
    }

    private static Stream<Set<String>> subsets() {
        return IntStream.range(0, 1 << FACTS.size()).mapToObj(bits -> {
            Set<String> subset = new HashSet<>();
            IntStream.range(0, FACTS.size()).filter(i -> (bits >> i & 1) == 1).forEach(i -> subset.add(FACTS.get(i)));
            return subset;
        });
    }

    @Provide
    Arbitrary<Formula> formulas() {
        return formulas(4);
    }

    private static Arbitrary<Formula> formulas(int depth) {
        Arbitrary<Formula> fact = Arbitraries.of(FACTS).map(Formula::fact);
        if (depth == 0) {
            return fact;
        }
        Arbitrary<List<Formula>> parts = Arbitraries.lazy(() -> formulas(depth - 1)).list().ofMaxSize(3);
        return Arbitraries.oneOf(fact, Arbitraries.lazy(() -> formulas(depth - 1)).map(Formula::not),
                parts.map(Formula::all), parts.map(Formula::all), parts.map(Formula::any));
    }
}
