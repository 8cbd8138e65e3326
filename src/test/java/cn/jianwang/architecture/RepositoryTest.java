package cn.jianwang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No rule and no case holds personal data: all of them are invented. */
class RepositoryTest {

    private static final Pattern MOBILE = Pattern.compile("(?<![0-9])1[3-9][0-9]{9}(?![0-9])");
    private static final Pattern IDENTITY = Pattern.compile("(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])");

    private static List<String> personalData(String text) {
        List<String> found = new ArrayList<>();
        for (Pattern pattern : List.of(MOBILE, IDENTITY)) {
            for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
                found.add(matcher.group());
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules", "test-cases", "src/test/resources", "README.md"})
    void noMobileNumberAndNoIdentityNumberIsKept(String folder) throws IOException {
        try (Stream<Path> walk = Files.walk(Path.of(folder))) {
            List<Path> files = walk.filter(Files::isRegularFile).toList();
            assertThat(files).isNotEmpty();
            for (Path file : files) {
                assertThat(personalData(Files.readString(file))).as(file.toString()).isEmpty();
            }
        }
    }

    /** The numbers are put together here, so that this file holds none either. */
    @ParameterizedTest
    @CsvSource({"138, 00001111, true", "33080219900101, 123X, true", "330803101, 201, false", "12, 345, false", "2138, 00001111, false"})
    void theWatchRings(String start, String end, boolean personal) {
        assertThat(personalData("联系" + start + end + "。").isEmpty()).isEqualTo(!personal);
    }

    @Test
    void textFilesAreUtf8() throws IOException {
        try (Stream<Path> walk = Stream.concat(Files.walk(Path.of("rules")), Files.walk(Path.of("src")))) {
            assertThat(walk.filter(path -> path.toString().matches(".*\\.(csv|drl|java|md|yaml)"))).isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("\r"));
        }
    }
}
