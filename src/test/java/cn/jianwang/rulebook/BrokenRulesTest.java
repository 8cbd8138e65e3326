package cn.jianwang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of mistake has a folder of rules that holds just this mistake, and the words that tell of it. A folder is
 * laid over the small rules. After a change of words, {@code -Djianwang.rewrite=true} rewrites what is expected, for
 * review in the diff.
 */
class BrokenRulesTest {

    private static final Path BROKEN = Path.of("src/test/resources/broken-rules");
    private static final String EXPECTED = "expected.txt";
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @TempDir
    private Path folder;

    private static List<String> fixtures() throws IOException {
        try (Stream<Path> found = Files.list(BROKEN)) {
            return found.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theSmallRulesThemselvesAreSound() {
        assertThat(SmallRules.copyTo(folder).inspect().problems()).isEmpty();
    }

    @Test
    void everyMistakeHasItsFolder() throws IOException {
        Set<String> codes = Arrays.stream(Mistake.values()).map(Mistake::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(fixtures()).containsExactlyElementsOf(codes);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void theMistakeIsToldWithPlaceAndRemedy(String code) throws IOException {
        Path fixture = BROKEN.resolve(code);
        Set<Problem> usual = Set.copyOf(SmallRules.copyTo(folder).inspect(TODAY).reminders());
        RulebookReader.Result result = SmallRules.copyTo(folder).overlay(fixture).inspect(TODAY);
        Mistake mistake = Mistake.valueOf(code);
        boolean refusing = !code.startsWith("W");
        List<Problem> problems = refusing ? result.problems()
                : result.reminders().stream().filter(problem -> !usual.contains(problem)).toList();
        assertThat(result.isSound()).isEqualTo(!refusing);
        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.title()).isEqualTo(mistake.title());
            assertThat(problem.severity()).isEqualTo(refusing ? "错误" : "提醒");
        });
        String told = problems.stream().map(Problem::toString).collect(Collectors.joining("\n\n")) + "\n";
        if (Boolean.getBoolean("jianwang.rewrite")) {
            Files.writeString(fixture.resolve(EXPECTED), told);
        }
        assertThat(told).isEqualTo(Files.readString(fixture.resolve(EXPECTED)));
    }
}
