package cn.jianwang.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.release.Release;
import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Problem;
import cn.jianwang.rulebook.RulebookReader;
import cn.jianwang.rulebook.Status;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shipped rules are sound, and do what their examples and cases say. */
class ShippedRulesTest {

    private static final Path RULES = Path.of("rules");
    private static final Path CASES = Path.of("test-cases");
    /** A fixed day: the build must not turn red by itself; the commands look at the real day. */
    private static final LocalDate LISTED_ON = LocalDate.of(2026, 11, 25);
    /** Beside the lead types, the vocabulary names handoffs (YS) and data clues (SZ), which no row can find. */
    private static final Set<String> NO_ROWS = Set.of("YS", "SZ");

    private static Set<String> leadTypes(Release release) {
        return release.rulebook().leadTypes().keySet().stream().filter(type -> !NO_ROWS.contains(type.substring(0, 2)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theRulesAreSound() {
        List<Problem> problems = RulebookReader.inspect(RULES).problems();
        assertThat(problems).as(text(problems)).isEmpty();
    }

    @Test
    void everyExampleAndEveryCaseComesOutAsExpected() {
        TrialReport report = new Trials(Release.load(RULES)).run(CASES);
        assertThat(report.failures()).as(text(report.failures())).isEmpty();
        assertThat(report.examples()).isPositive();
        assertThat(report.cases()).isPositive();
    }

    @Test
    void cleanTextsHitNothingButWhatIsListed() {
        Clean.Report report = Clean.run(Release.load(RULES), CASES, LISTED_ON);
        assertThat(report.failures()).as(text(report.failures())).isEmpty();
        assertThat(report.texts()).isGreaterThan(60);
    }

    @Test
    void everyRowIsUsedOrListed() {
        CoverageReport report = Coverage.of(Release.load(RULES), CASES, LISTED_ON);
        assertThat(report.rows()).as("没有用到的行").isEmpty();
        assertThat(report.problems()).as(text(report.problems())).isEmpty();
    }

    @Test
    void everyLeadTypeHasARowThatDecides() {
        Release release = Release.load(RULES);
        Set<String> missing = leadTypes(release);
        release.rulebook().rows().stream().filter(row -> row.status() == Status.正式 && row.effect() instanceof Effect.Lead)
                .forEach(row -> missing.remove(((Effect.Lead) row.effect()).leadType()));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyLeadTypeHasACaseThatFindsItAndOneThatDoesNot() {
        Set<String> withoutPositive = leadTypes(Release.load(RULES));
        Set<String> withoutNegative = new TreeSet<>(withoutPositive);
        for (TestCase testCase : TestCaseReader.read(CASES)) {
            List<String> tiers = testCase.list("期望档位");
            String type = leadType(testCase.get("考哪条"));
            if (tiers.contains("D") || !testCase.list("不得触发").isEmpty()) {
                withoutNegative.remove(type);
            } else if (!tiers.isEmpty()) {
                withoutPositive.remove(type);
            }
        }
        assertThat(withoutPositive).as("没有正例").isEmpty();
        assertThat(withoutNegative).as("没有反例").isEmpty();
    }

    /** The lead type of a rule id: GY01-01-03 is a rule of GY01-01. */
    private static String leadType(String rule) {
        return rule.replaceAll("^([A-Z]+\\d*-\\d+).*$", "$1");
    }

    @Test
    void everyCaseExpectsSomething() {
        assertThat(TestCaseReader.read(CASES)).filteredOn(c -> CaseTrial.EXPECTATIONS.stream().allMatch(column -> c.get(column).isEmpty()))
                .extracting(TestCase::id).isEmpty();
    }

    @Test
    void noTwoCasesShareAnId() {
        assertThat(TestCaseReader.read(CASES)).extracting(TestCase::id).doesNotHaveDuplicates();
    }

    @Test
    void theFortyExamplesAreAmongTheCases() {
        assertThat(TestCaseReader.read(CASES)).extracting(TestCase::id).filteredOn(id -> id.startsWith("AL-LI-")).hasSize(40);
    }

    private static String text(List<?> lines) {
        return lines.stream().map(Object::toString).collect(Collectors.joining("\n\n", "\n", "\n"));
    }
}
