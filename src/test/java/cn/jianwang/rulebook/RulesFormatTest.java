package cn.jianwang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Formatting changes how a file is written and nothing that it says. */
class RulesFormatTest {

    private static final String WORDS = "词语,概念,匹配,状态,来源\n";

    @TempDir
    private Path folder;

    @Test
    void theShippedRulesAreCanonical() {
        RulesFormat.Plan plan = RulesFormat.plan(Path.of("rules"));
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.changes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
    void everySpellingOfTheSameRowsBecomesTheSameBytes(String charset) throws IOException {
        SmallRules rules = SmallRules.copyTo(folder);
        RulesFormat.plan(folder).apply(folder);
        byte[] canonical = Files.readAllBytes(folder.resolve("leads/GY01.csv"));
        String rulebook = rules.inspect().rulebook().rows().toString();
        String messy = new String(canonical, StandardCharsets.UTF_8).substring(1).replace("\n", "\r\n").replace("；", " 、")
                .replace("XS-02", " ＸＳ-02\u3000") + ",,,,,,,,,,,,,,,,,,,\r\n";
        rules.with("leads/GY01.csv", messy.getBytes(Charset.forName(charset)));
        RulesFormat.Plan plan = RulesFormat.plan(folder);
        assertThat(plan.changes()).singleElement().satisfies(change -> assertThat(change.reasons()).anyMatch(r -> r.startsWith("编码"))
                .anyMatch(r -> r.startsWith("空行 1")).anyMatch(r -> r.contains("格的写法")));
        assertThat(rules.inspect().rulebook().rows()).hasToString(rulebook);
        plan.apply(folder);
        assertThat(Files.readAllBytes(folder.resolve("leads/GY01.csv"))).isEqualTo(canonical);
        assertThat(RulesFormat.plan(folder).changes()).isEmpty();
    }

    @Test
    void columnsComeInTheOrderOfTheTable() throws IOException {
        SmallRules.copyTo(folder).with("lexicon/office.csv", "来源,,状态,匹配,概念,词语\n听来的,,正式,字串,污水,油汤水\n");
        RulesFormat.plan(folder).apply(folder);
        assertThat(Files.readString(folder.resolve("lexicon/office.csv"))).isEqualTo("\uFEFF" + WORDS + "油汤水,污水,字串,正式,听来的\n");
    }

    /** Whatever could get lost keeps the file from being written. */
    @ParameterizedTest
    @ValueSource(strings = {"词语,概念,匹配,状态,来源,备注\n油汤水;,污水,字串,正式,,要紧的话\n", "词语,概念,匹配,状态\n油汤水;,污水,字串,正式\n",
            WORDS + "油汤水;,污水,字串,正式,,要紧的话\n", WORDS + "油汤水,污水,字串\n", WORDS + "油\uFFFD水,污水,字串,正式,\n", WORDS + "油汤水,污水,字串,正式,\"没收口\n",
            "\n", "\uFEFF"})
    void aFileThatIsNotWhollyUnderstoodIsLeftAlone(String text) throws IOException {
        SmallRules.copyTo(folder);
        RulesFormat.plan(folder).apply(folder);
        Files.writeString(folder.resolve("lexicon/office.csv"), text);
        RulesFormat.Plan plan = RulesFormat.plan(folder);
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.problems()).isNotEmpty().allMatch(problem -> problem.file().equals("lexicon/office.csv"));
        plan.apply(folder);
        assertThat(folder.resolve("lexicon/office.csv")).hasContent(text);
    }

    /** A cell that the check refuses is no reason to leave the others unformatted; it stays as it was typed. */
    @Test
    void cellsThatAreWrongStayForThePersonToMend() throws IOException {
        SmallRules.copyTo(folder).with("lexicon/office.csv", WORDS + "=1+1, 污水,整字,正式,\n");
        RulesFormat.plan(folder).apply(folder);
        assertThat(Files.readString(folder.resolve("lexicon/office.csv"))).isEqualTo("\uFEFF" + WORDS + "=1+1,污水,整字,正式,\n");
    }

    @Test
    void noHalfWrittenFileIsLeftBehind() throws IOException {
        SmallRules.copyTo(folder).with("lexicon/office.csv", WORDS);
        RulesFormat.plan(folder).apply(folder);
        try (var walk = Files.walk(folder)) {
            assertThat(walk.filter(Files::isRegularFile)).noneMatch(path -> path.toString().endsWith(".writing"));
        }
    }

    @Test
    void aRowOfSeparatorsOnlyIsNoRow() throws IOException {
        SmallRules rules = SmallRules.copyTo(Files.createTempDirectory("format"));
        RuleSet before = RuleSet.read(rules.root()).rules();
        rules.with("vocabulary/agencies.csv", Files.readString(rules.root().resolve("vocabulary/agencies.csv")).stripTrailing() + "\n,；,,\n");
        assertThat(RulesDifference.between(before, RuleSet.read(rules.root()).rules()).entries()).isEmpty();
    }

    /** Random raw rows, read, written and read again. */
    @Property(tries = 60)
    void whatIsWrittenReadsAsWhatWasRead(@ForAll long seed) throws IOException {
        Path root = Files.createTempDirectory("format");
        RandomRuleSets random = new RandomRuleSets(seed);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Schema table : Schema.values()) {
            List<List<String>> raw = new ArrayList<>(List.of(table.columns().stream().map(Column::title).toList()));
            for (int i = 0; i < 4; i++) {
                raw.add(random.rawRow(table));
            }
            String text = raw.stream().map(row -> row.stream().map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(","))).collect(Collectors.joining("\r\n", "", "\r\n"));
            files.put(table.isFolder() ? table.path() + "a.csv" : table.path(), text.getBytes(StandardCharsets.UTF_8));
        }
        RuleSet.write(root, files);
        RuleSet read = RuleSet.read(root).rules();
        RulesFormat.Plan plan = RulesFormat.plan(root);
        assertThat(plan.problems()).isEmpty();
        plan.apply(root);
        assertThat(RulesDifference.between(read, RuleSet.read(root).rules()).entries()).isEmpty();
        assertThat(RulesFormat.plan(root).changes()).isEmpty();
        org.springframework.util.FileSystemUtils.deleteRecursively(root);
    }
}
