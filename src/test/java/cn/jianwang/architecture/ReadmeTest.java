package cn.jianwang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.event.EventReader;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** What the README tells people to type exists. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Pattern BLOCK = Pattern.compile("```\\w*\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("(?:java -jar target/jianwang\\.jar|\\$J) +([^`#\\n]*)");
    private static final Pattern EVENT = Pattern.compile("\\{\\s*\"sourceSystem\".*?\\}(?=')", Pattern.DOTALL);
    private static final Pattern API = Pattern.compile("/api/v1/[a-zA-Z/{}]+");
    private static final Pattern LINK = Pattern.compile("]\\((?!http)([^)#]+)");

    private static List<String> found(Path page, Pattern pattern, int group) throws IOException {
        List<String> all = new ArrayList<>();
        for (Matcher matcher = pattern.matcher(Files.readString(page)); matcher.find(); ) {
            all.add(matcher.group(group).strip());
        }
        return all;
    }

    static List<String> calls() throws IOException {
        return found(README, CALL, 1);
    }

    static List<String> events() throws IOException {
        return found(README, EVENT, 0);
    }

    @Test
    void theFirstBlockIsTheTwoCommandsThatAreNeeded() throws IOException {
        List<String> commands = found(README, BLOCK, 1).get(0).lines().map(line -> line.replaceAll("\\s*#.*", "")).toList();
        assertThat(commands).containsExactly("mvn -q spring-boot:run", "mvn -q verify");
        assertThat(Path.of("pom.xml")).content().contains("spring-boot-maven-plugin");
    }

    @Test
    void everyKindOfCallIsShown() throws IOException {
        assertThat(String.join("\n", calls())).contains("triage ", "--compare-floor", "rules check", "rules test", "rules explain", "keys add");
    }

    /** The class of a command is named after its words: rules check is RulesCheckCommand. */
    @ParameterizedTest
    @MethodSource("calls")
    void everyCallNamesACommandWithItsOptions(String call) throws ClassNotFoundException {
        List<String> words = Arrays.asList(call.replaceAll("\"[^\"]*\"", "…").split("\\s+"));
        int length = Set.of("rules", "keys", "audit", "opinion").contains(words.get(0)) ? 2 : 1;
        String name = words.subList(0, length).stream().map(word -> word.substring(0, 1).toUpperCase() + word.substring(1))
                .collect(Collectors.joining("", "cn.jianwang.cli.", "Command"));
        Class<?> command = Class.forName(name);
        assertThat(command.getAnnotation(Command.class).name()).isEqualTo(words.get(length - 1));
        for (String word : words) {
            if (word.startsWith("--")) {
                boolean setting = word.matches("--[a-z]+(\\.[a-z-]+)+=.*");
                assertThat(setting ? takesSettings(command) : options(command).contains(word)).as("%s in %s", word, call).isTrue();
            }
        }
    }

    private static boolean takesSettings(Class<?> command) {
        return Arrays.stream(command.getDeclaredFields()).anyMatch(field -> field.isAnnotationPresent(Unmatched.class));
    }

    private static Set<String> options(Class<?> command) {
        return Arrays.stream(command.getDeclaredFields()).flatMap(ReadmeTest::options).collect(Collectors.toSet());
    }

    private static Stream<String> options(Field field) {
        return field.isAnnotationPresent(Mixin.class) ? options(field.getType()).stream()
                : field.isAnnotationPresent(Option.class) ? Arrays.stream(field.getAnnotation(Option.class).names()) : Stream.empty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventShownIsValid(String event) {
        assertThat(new EventReader().read(event).problems()).isEmpty();
    }

    @Test
    void everyAddressShownIsServed() throws IOException {
        List<String> shown = found(README, API, 0);
        assertThat(shown).contains("/api/v1/triage", "/api/v1/triage/batch");
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/cn/jianwang/web"))) {
            String web = sources.map(ReadmeTest::read).collect(Collectors.joining());
            assertThat(shown).allSatisfy(path -> assertThat(web).contains('"' + path + '"'));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "rules/README.md"})
    void everyLinkLeadsSomewhere(String page) throws IOException {
        Path folder = Path.of(page).toAbsolutePath().getParent();
        assertThat(found(Path.of(page), LINK, 1)).allSatisfy(link -> assertThat(folder.resolve(link)).exists());
    }
}
