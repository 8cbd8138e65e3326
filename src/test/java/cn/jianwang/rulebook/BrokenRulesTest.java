package cn.jianwang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    /** Codes that are named but that no check gives yet; the test says when one of them gets its check. */
    private static final Set<String> NOT_CHECKED_YET = Set.of("E14", "E15");

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
        codes.removeAll(NOT_CHECKED_YET);
        assertThat(fixtures()).containsExactlyElementsOf(codes);
    }

    @Test
    void codesThatAreSaidToBeUncheckedAreUsedNowhere() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/cn/jianwang/rulebook"))) {
            for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                assertThat(NOT_CHECKED_YET).as("%s：有了检查，就要有 broken-rules 里的样例", source)
                        .noneMatch(code -> contains(source, "Mistake." + code));
            }
        }
    }

    private static boolean contains(Path source, String text) {
        try {
            return Files.readString(source).contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void theMistakeIsToldWithPlaceAndRemedy(String code) throws IOException {
        Path fixture = BROKEN.resolve(code);
        List<Problem> problems = SmallRules.copyTo(folder).overlay(fixture).inspect().problems();
        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.title()).isEqualTo(Mistake.valueOf(code).title());
        });
        String told = problems.stream().map(Problem::toString).collect(Collectors.joining("\n\n")) + "\n";
        if (Boolean.getBoolean("jianwang.rewrite")) {
            Files.writeString(fixture.resolve(EXPECTED), told);
        }
        assertThat(told).isEqualTo(Files.readString(fixture.resolve(EXPECTED)));
    }
}
