package cn.jianwang.difference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.rulebook.RuleTables;
import cn.jianwang.rulebook.SmallRules;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which differences of two rules folders count, and how they are told. */
class RuleEditsTest {

    @TempDir
    private Path old;
    @TempDir
    private Path now;
    private SmallRules changed;

    @BeforeEach
    void twoEqualFolders() {
        SmallRules.copyTo(old);
        changed = SmallRules.copyTo(now);
    }

    private List<Edit> edits() {
        return RuleEdits.between(old, now).edits();
    }

    @Test
    void equalFoldersHaveNone() {
        assertThat(edits()).isEmpty();
    }

    @Test
    void whatOnlyASpreadsheetSeesIsNone() throws IOException {
        changed.replacing("leads/GY01.csv", "污水入河；死鱼", "死鱼 ; 污水入河").replacing("tags.csv", "2026-01-01", "2026/1/1")
                .replacing("scoring.csv", "死鱼,,,30", "死鱼,,,30.0")
                .replacing("vocabulary/facts/common.csv", "死鱼,后果,鱼死了\n多次反映无果,履职,反映两次以上仍未解决", "多次反映无果,履职,反映两次以上仍未解决\n死鱼,后果,鱼死了");
        Files.writeString(now.resolve("leads/GY05.csv"), Files.readString(now.resolve("leads/GY05.csv")), Charset.forName("GB18030"));
        Files.move(now.resolve("lexicon/common.csv"), now.resolve("lexicon/words.csv"));
        assertThat(edits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "leads/GY01.csv | 污水入河；死鱼,,,A | 污水入河,死鱼；推诿,,A | 线索规则 leads/GY01.csv XS-02「污水毒死鱼」 · 须全有：去 死鱼 | 线索规则 leads/GY01.csv XS-02「污水毒死鱼」 · 须有其一：加 死鱼；推诿",
            "leads/GY05.csv | 通道堵占,,,C | 通道堵占,,,B | 线索规则 leads/GY05.csv XS-11「消防通道堵占」 · 档位：「C」→「B」 |",
            "lexicon/common.csv | 黑水,污水 | 黑水,水体 | 词库 lexicon/common.csv 黑水「水体」 · 概念：「污水」→「水体」 |",
            "lexicon/common.csv | 黑水,污水,字串,正式,测试 | 黑水,污水,字串,停用,测试 | 词库 lexicon/common.csv 黑水「污水」 · 状态：「正式」→「停用」 |",
            "urgency.csv | JJ-01 | JJ-02 | 紧急程度 urgency.csv JJ-01：删一行：编号＝JJ-01，状态＝正式，级别＝紧急，适用线索＝GY01，档位＝A；B，须全有＝死鱼，说明＝损害在扩大 | 紧急程度 urgency.csv JJ-02：加一行：编号＝JJ-02，状态＝正式，级别＝紧急，适用线索＝GY01，档位＝A；B，须全有＝死鱼，说明＝损害在扩大",
            "mechanics/triage.drl | salience 50 | salience 51 | 引擎机制 mechanics/triage.drl：引擎机制有改动 |"})
    void eachEditIsToldWithItsPlace(String file, String before, String after, String first, String second) {
        changed.replacing(file, before, after);
        assertThat(edits()).extracting(Edit::toString)
                .containsExactlyElementsOf(second == null ? List.of(first) : List.of(first, second));
    }

    @Test
    void aWordInTwoConceptsIsTwoRows() {
        changed.replacing("lexicon/common.csv", "黑水,污水,字串,正式,测试", "黑水,污水,字串,正式,测试\n黑水,水体,字串,正式,测试");
        assertThat(edits()).singleElement().satisfies(edit -> {
            assertThat(edit.kind()).isEqualTo(Edit.Kind.加行);
            assertThat(edit.name()).isEqualTo("水体");
        });
    }

    /** None of the edits gives the old tables, all of them the new ones, whatever was shuffled, cut and added. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theEditsLeadFromTheOldTablesToTheNew(long seed) throws IOException {
        Random random = new Random(seed);
        for (String file : List.of("receipts.csv", "jurisdiction.csv", "leads/GY01.csv", "fact-patterns/common.csv", "handoff.csv")) {
            List<String> lines = new ArrayList<>(Files.readAllLines(now.resolve(file)));
            List<String> rows = lines.subList(1, lines.size());
            Collections.shuffle(rows, random);
            if (random.nextBoolean() && rows.size() > 1) {
                rows.remove(0);
            }
            rows.add(random.nextInt(rows.size() + 1), rows.get(0).replaceFirst("([A-Z]+)-", "$1-X-"));
            Files.write(now.resolve(file), lines);
        }
        RuleEdits edits = RuleEdits.between(old, now);
        assertThat(edits.edits()).isNotEmpty();
        assertThat(rows(edits.after(new BitSet()))).isEqualTo(rows(RuleTables.read(old)));
        assertThat(rows(edits.after(edits.all()))).isEqualTo(rows(RuleTables.read(now)));
    }

    private static List<String> rows(RuleTables tables) {
        return RuleTables.titles().stream().flatMap(table -> tables.rows(table).stream())
                .map(row -> row.table() + RuleTables.columns(row.table()).stream().map(row::meaning).toList()).toList();
    }
}
