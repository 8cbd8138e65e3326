package cn.jianwang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page for prosecutors keeps up with the tables. After a change of a table, {@code -Djianwang.rewrite=true} renews the
 * generated part, for review in the diff.
 */
class RulesReadmeTest {

    private static final Path RULES = Path.of("rules");
    private static final Path PAGE = RULES.resolve("README.md");
    private static final Pattern FILE = Pattern.compile("`([a-z-]+(?:/[a-z-]+)*(?:/|\\.csv|\\.drl|\\.yaml))`");

    @ParameterizedTest
    @EnumSource(Schema.class)
    void everyTableIsOnThePage(Schema table) {
        assertThat(PAGE).content().contains("`" + table.path() + "`");
    }

    @Test
    void everyFileOnThePageExists() throws Exception {
        int files = 0;
        for (Matcher matcher = FILE.matcher(Files.readString(PAGE)); matcher.find(); files++) {
            String file = matcher.group(1);
            assertThat(file.startsWith("test-cases") ? Path.of(file) : RULES.resolve(file)).exists();
        }
        assertThat(files).isGreaterThanOrEqualTo(Schema.values().length);
    }

    @Test
    void theGeneratedPartIsAsTheTablesAre() throws Exception {
        String renewed = GeneratedHelp.renewed(Files.readString(PAGE));
        if (Boolean.getBoolean("jianwang.rewrite")) {
            Files.writeString(PAGE, renewed);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(renewed);
    }

    @Test
    void aPageThatWasEditedByHandIsStale() throws Exception {
        String page = GeneratedHelp.renewed(Files.readString(PAGE));
        assertThat(GeneratedHelp.renewed(page)).isEqualTo(page);
        for (Schema table : Schema.values()) {
            String stale = page.replace("### " + table.name() + " `", "### 旧" + table.name() + " `");
            assertThat(stale).isNotEqualTo(page);
            assertThat(GeneratedHelp.renewed(stale)).isEqualTo(page);
        }
    }

    @Test
    void everyStatusAndEveryConditionCellIsExplained() {
        for (Status status : Status.values()) {
            assertThat(PAGE).content().contains("| `" + status + "` |");
        }
        List.of("须全有", "须有其一", "不得有").forEach(cell -> assertThat(PAGE).content().contains("**" + cell + "**"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"V", "M", "S", "Δ", "J"})
    void everyCertaintyMarkIsExplained(String mark) {
        assertThat(PAGE).content().contains("| `" + mark + "` |");
    }

    @Test
    void theMostFactsOfARowAreAsTheCheckHasThem() {
        assertThat(Condition.MOST_ALL).isEqualTo(4);
        assertThat(PAGE).content().contains("最多四个");
    }

    @Test
    void everyExampleOfARowOnThePageIsARowThatCouldStand() throws Exception {
        List<String> marked = Files.readAllLines(PAGE).stream().filter(line -> line.contains("【")).toList();
        assertThat(marked).isNotEmpty().allSatisfy(line -> assertThat(line.chars().filter(c -> c == '【').count())
                .isEqualTo(line.chars().filter(c -> c == '】').count()));
    }
}
