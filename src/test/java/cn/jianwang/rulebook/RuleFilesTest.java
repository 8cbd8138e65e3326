package cn.jianwang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.language.Term;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What WPS, Excel and people make of a rule file is read, or told with its cell. */
class RuleFilesTest {

    private static final String WORDS = "词语,概念,匹配,状态,来源\n";
    private static final String LEADS = "编号,状态,线索类型,规则名,须全有,须有其一,不得有,档位,依据,主管机关,补充要素,生效日,失效日,说明,正例,反例,起草,复核\n";
    private static final String LAWS = "编号,法律名称,条,款,项,版本,施行日,失效日,替代为,要旨,可信度,日期可信度,变动提示,最后核对日,核对人\n";

    @TempDir
    private Path folder;
    private SmallRules rules;

    @BeforeEach
    void copyTheSmallRules() {
        rules = SmallRules.copyTo(folder);
    }

    private Rulebook sound() {
        RulebookReader.Result result = rules.inspect();
        assertThat(result.problems()).isEmpty();
        return result.rulebook();
    }

    private Problem onlyProblem() {
        List<Problem> problems = rules.inspect().problems();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void bothCharsetsOfChineseOfficesAreRead(String charset) {
        rules.with("lexicon/office.csv", (WORDS + "油汤水,污水,字串,正式,测试\n").getBytes(Charset.forName(charset)));
        assertThat(sound().terms()).contains(new Term("油汤水", "污水", false));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeader() {
        rules.with("lexicon/office.csv", "\uFEFF" + WORDS + "油汤水,污水,字串,正式,测试\n");
        assertThat(sound().terms()).contains(new Term("油汤水", "污水", false));
    }

    @Test
    void bytesOfNeitherCharsetAreTold() {
        rules.with("lexicon/office.csv", new byte[] {(byte) 0xFF, 0x41, (byte) 0xFF});
        assertThat(onlyProblem()).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("E10");
            assertThat(problem.file()).isEqualTo("lexicon/office.csv");
        });
    }

    @Test
    void windowsLineEndsAndBlankRowsAreNothing() {
        rules.with("lexicon/office.csv", WORDS.replace("\n", "\r\n") + "\r\n,,,,\r\n油汤水,污水,字串,正式,测试\r\n　,,,,\r\n\r\n");
        assertThat(sound().terms()).contains(new Term("油汤水", "污水", false));
    }

    @Test
    void quotedCellsMayHoldCommasAndLineBreaks() {
        rules.with("lexicon/office.csv", WORDS + "油汤水,污水,字串,正式,\"听来的,\n没核\"\n");
        assertThat(sound().terms()).contains(new Term("油汤水", "污水", false));
    }

    @Test
    void blanksAroundACellAreNothing() {
        rules.with("lexicon/office.csv", WORDS + " 油汤水　,\u00A0污水 ,字串 ,正式,\n");
        assertThat(sound().terms()).contains(new Term("油汤水", "污水", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"污水入河；死鱼", "污水入河;死鱼", "污水入河、死鱼", "污水入河 ； 死鱼；", "\"污水入河\n死鱼\"", "污水入河；死鱼；污水入河"})
    void theItemsOfACellMayBeSeparatedInManyWays(String cell) {
        rules.with("leads/office.csv", LEADS + "XS-90,正式,GY01-01,规则," + cell + ",,,A,,,,,,,,,甲,乙\n");
        assertThat(sound().rows()).filteredOn(row -> row.id().equals("XS-90")).singleElement()
                .satisfies(row -> assertThat(row.condition().all()).containsExactly("污水入河", "死鱼"));
    }

    @ParameterizedTest
    @CsvSource({"污水人河, 污水入河", "躁声扰民, 噪声扰民", "多次反应无果, 多次反映无果"})
    void aNameThatIsNotKnownComesWithTheNearestOne(String wrong, String right) {
        rules.with("leads/office.csv", LEADS + "XS-90,正式,GY01-01,规则," + wrong + ",,,B,,,,,,,,,甲,乙\n");
        assertThat(onlyProblem()).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("E02");
            assertThat(problem.cell()).isEqualTo("E2");
            assertThat(problem.message()).contains(wrong, "是不是想写「" + right + "」");
        });
    }

    @Test
    void aHeaderThatIsNotKnownComesWithTheNearestOne() {
        rules.with("lexicon/office.csv", "词语,概念,匹配,状态,来源,来 源二\n");
        assertThat(onlyProblem()).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("E01");
            assertThat(problem.cell()).isEqualTo("F1");
        });
        rules.with("lexicon/office.csv", "词 语,概念,匹配,状态,来源\n");
        assertThat(rules.inspect().problems()).extracting(Problem::message).anyMatch(message -> message.contains("是不是想写「词语」"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-说明", "@SUM"})
    void aCellThatWouldBecomeAFormulaIsTold(String cell) {
        rules.with("lexicon/office.csv", WORDS + "油汤水,污水,字串,正式," + cell + "\n");
        List<Problem> problems = rules.inspect().problems();
        if (cell.equals("+86")) {
            assertThat(problems).as("a signed number is a number").isEmpty();
        } else {
            assertThat(problems).singleElement().matches(problem -> problem.code().equals("E08"));
        }
    }

    @ParameterizedTest
    @CsvSource({"330803101202, true", "3.30803E+11, false", "3.30803101202e11, false", "33080310120, false", "３３０８０３１０１２０２, true",
            "330803, true"})
    void codesAreDigitsOfFullLength(String code, boolean sound) {
        rules.replacing("regions.csv", "330803101201,上坞村,5", code + ",上坞村,5");
        assertThat(rules.inspect().problems()).extracting(Problem::code)
                .isEqualTo(sound ? List.of() : List.of("E12"));
    }

    @ParameterizedTest
    @CsvSource({"2024-01-31, 2024-01-31", "2024/1/31, 2024-01-31", "2024.1.31, 2024-01-31", "2024年1月31日, 2024-01-31",
            "2024/02/29, 2024-02-29"})
    void datesAreReadHoweverASheetWritesThem(String cell, LocalDate date) {
        rules.with("legal-basis.csv", LAWS + law(cell));
        assertThat(rules.inspect().rulebook().legalBasis().get("YJ-甲-1").from()).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-29", "2024-13-01", "2024-00-10", "45322", "去年", "2024-1", "31/1/2024"})
    void impossibleDatesAreTold(String cell) {
        rules.with("legal-basis.csv", LAWS + law(cell));
        assertThat(rules.inspect().problems()).filteredOn(problem -> problem.file().equals("legal-basis.csv")).singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("E05");
                    assertThat(problem.cell()).isEqualTo("G2");
                });
    }

    private static String law(String from) {
        return "YJ-甲-1,甲法,1,,,," + from + ",,,要旨,V,V,,,\n";
    }

    @Test
    void aProblemNamesTheLineAndTheCellOfTheSheet() {
        rules.with("lexicon/office.csv", WORDS + "油汤水,污水,字串,正式,\"两\n行\"\n\n脏水,污水,整字,正式,\n");
        assertThat(onlyProblem()).satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(5);
            assertThat(problem.cell()).isEqualTo("C4");
            assertThat(problem.row()).isEqualTo("脏水");
            assertThat(problem.toString()).contains("词库 lexicon/office.csv", "单元格 C4", "文本第 5 行", "[E04 取值不在选项]", "怎么改：");
        });
    }

    @Test
    void allProblemsComeAtOnceInTheOrderOfFiles() {
        rules.with("lexicon/a.csv", WORDS + "甲,,字串,正式,\n乙,污水,整字,正式,\n").with("leads/z.csv", LEADS + "XS-01,正式,GY01-01,规则,死鱼,,,B,,,,,,,,,甲,乙\n");
        assertThat(rules.inspect().problems()).extracting(problem -> problem.file() + " " + problem.code())
                .containsExactly("leads/z.csv E06", "lexicon/a.csv E03", "lexicon/a.csv E04");
    }

    @Test
    void onlyRowsThatDecideOrAreTriedAreTakenUp() {
        rules.with("leads/office.csv", LEADS
                + "XS-91,草稿,GY01-01,规则,死鱼,,,B,,,,,,,,,甲,乙\n" + "XS-92,停用,GY01-01,规则,死鱼,,,B,,,,,,,,,甲,乙\n"
                + "XS-93,试行,GY01-01,规则,死鱼,,,B,,,,,,,,,甲,乙\n" + "XS-94,正式,GY01-01,规则,死鱼,,,B,,,,2999-01-01,,,,,甲,乙\n"
                + "XS-95,正式,GY01-01,规则,死鱼,,,B,,,,,2001-01-01,,,,甲,乙\n" + "XS-96,正式,GY01-01,规则,死鱼,,,B,,,,2001-01-01,2999-01-01,,,,甲,乙\n");
        assertThat(sound().rows()).extracting(Row::id).filteredOn(id -> id.startsWith("XS-9")).containsExactly("XS-93", "XS-96");
    }

    @Test
    void routingGoesByItsOrderColumn() {
        assertThat(sound().rows()).filteredOn(row -> row.effect() instanceof Effect.Route).extracting(Row::id)
                .containsExactly("FL-01", "FL-99");
    }

    @Test
    void theIdentityOfAFolderChangesWithEveryByteOfItsRules() {
        String before = sound().sha256();
        assertThat(sound().sha256()).isEqualTo(before);
        assertThat(sound().version()).isEqualTo("小规则-1");
        rules.replacing("scoring.csv", "死鱼,,,30", "死鱼,,,31");
        assertThat(sound().sha256()).isNotEqualTo(before).hasSize(64);
    }
}
