package cn.jianwang.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.release.Release;
import cn.jianwang.rulebook.RulebookReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shipped rules are sound and do what their examples and cases say. */
class ShippedRulesTest {

    private static final Path RULES = Path.of("rules");
    private static final Path CASES = Path.of("test-cases");

    @Test
    void rulesAreSound() {
        assertThat(RulebookReader.inspect(RULES).problems()).isEmpty();
    }

    @Test
    void everyExampleAndEveryCaseComesOutAsExpected() {
        TrialReport report = new Trials(Release.load(RULES)).run(CASES);
        assertThat(report.failures()).isEmpty();
        assertThat(report.examples()).isPositive();
        assertThat(report.cases()).isPositive();
    }

    @Test
    void everyLeadTypeHasARowAPositiveCaseAndANegativeCase() {
        Release release = Release.load(RULES);
        Set<String> types = new TreeSet<>(release.rulebook().leadTypes().keySet());
        types.removeIf(type -> type.startsWith("YS") || type.startsWith("SZ"));
        Map<Boolean, Set<String>> tried = TestCaseReader.read(CASES).stream().collect(Collectors.partitioningBy(
                c -> List.of("D").equals(c.list("期望档位")),
                Collectors.mapping(c -> c.get("考哪条").replaceAll("^([A-Z]{2}\\d{0,2}-\\d{2}).*$", "$1"), Collectors.toSet())));
        Set<String> ruled = release.rulebook().rows().stream()
                .filter(row -> row.effect() instanceof cn.jianwang.rulebook.Effect.Lead)
                .map(row -> ((cn.jianwang.rulebook.Effect.Lead) row.effect()).leadType()).collect(Collectors.toSet());
        assertThat(ruled).containsAll(types);
        assertThat(tried.get(false)).containsAll(types);
    }
}
