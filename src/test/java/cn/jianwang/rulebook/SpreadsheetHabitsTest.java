package cn.jianwang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.language.Term;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only spreadsheets do to a file: odd encodings, rows of odd length, cells that are not what was typed. */
class SpreadsheetHabitsTest {

    private static final String WORDS = "词语,概念,匹配,状态,来源\n";
    private static final Term WORD = new Term("油汤水", "污水", false);

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

    private void words(String rows) {
        rules.with("lexicon/office.csv", WORDS + rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void theUnicodeTextOfExcelIsRead(String charset) {
        String text = "\uFEFF" + (WORDS + "油汤水,污水,字串,正式,测试\n").replace(',', '\t').replace("\n", "\r\n");
        rules.with("lexicon/office.csv", text.getBytes(Charset.forName(charset)));
        assertThat(sound().terms()).contains(WORD);
    }

    @Test
    void damageAfterTheMarkOfUtf8IsToldWithItsLine() {
        byte[] bytes = ("\uFEFF" + WORDS + "油汤水,污水,字串,正式,测试\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = 'x';
        rules.with("lexicon/office.csv", bytes);
        assertThat(onlyProblem().message()).contains("UTF-8", "坏掉的字", "文本第 2 行");
    }

    @Test
    void damageWithoutTheMarkIsNotTakenForGb18030() {
        byte[] bytes = (WORDS + "油汤水,污水,字串,正式,测试\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = 'x';
        rules.with("lexicon/office.csv", bytes);
        assertThat(onlyProblem().message()).contains("既不是 UTF-8 也不是 GB18030");
    }

    @ParameterizedTest
    @ValueSource(strings = {"504B0304", "D0CF11E0"})
    void aWorkbookThatWasOnlyRenamedIsTold(String magic) {
        rules.with("lexicon/office.csv", java.util.HexFormat.of().parseHex(magic + "14000600"));
        assertThat(onlyProblem().message()).contains("工作簿", "扩展名");
    }

    @ParameterizedTest
    @CsvSource({"review.xlsx, rules import", "review.et, 另存为", "review.XLS, 另存为", "review.xlsm, 不要启用宏", "review.txt, 另存为",
            "review.CSV, 小写"})
    void filesThatWouldNotBeReadAreToldWithTheMend(String name, String mend) {
        rules.with("lexicon/" + name, "x");
        assertThat(onlyProblem()).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("E10");
            assertThat(problem.file()).isEqualTo("lexicon/" + name);
            assertThat(problem.mend()).contains(mend);
        });
    }

    @Test
    void aTableInTheWrongPlaceIsTold() {
        rules.with("route.csv", "x\n").with("leads.csv", "x\n");
        assertThat(rules.inspect().problems()).extracting(Problem::file, Problem::message).containsExactly(
                org.assertj.core.groups.Tuple.tuple("leads.csv", "没有这张表，这个文件不会被读取，是不是想放进「leads/」？"),
                org.assertj.core.groups.Tuple.tuple("route.csv", "没有这张表，这个文件不会被读取，是不是想写「routing.csv」？"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~$office.xlsx", ".~office.csv", ".office.csv"})
    void filesThatASpreadsheetLeavesWhileItIsOpenAreNothing(String name) {
        rules.with("lexicon/" + name, "x");
        sound();
    }

    @Test
    void excelLeavesBlankColumnsOutOfWholeBlocksOfRows() {
        StringBuilder rows = new StringBuilder();
        IntStream.rangeClosed(2, 32).forEach(row -> rows.append("油汤水").append(row).append(",污水,字串,正式").append(row <= 16 ? ",\n" : "\n"));
        words(rows.toString());
        assertThat(sound().terms()).contains(new Term("油汤水32", "污水", false));
    }

    @Test
    void aRowThatWasCutIsNotTakenForSuchABlock() {
        StringBuilder rows = new StringBuilder();
        IntStream.rangeClosed(2, 32).forEach(row -> rows.append("油汤水").append(row).append(",污水,字串,正式").append(row == 20 ? "\n" : ",\n"));
        words(rows.toString());
        assertThat(onlyProblem()).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("E31");
            assertThat(problem.line()).isEqualTo(20);
            assertThat(problem.row()).isEqualTo("油汤水20");
        });
    }

    @Test
    void aFileThatEndsInTheMiddleOfARowIsTold() {
        StringBuilder rows = new StringBuilder();
        IntStream.rangeClosed(2, 16).forEach(row -> rows.append("油汤水").append(row).append(",污水,字串,正式,\n"));
        words(rows + "油汤水17,污水,字串,正式");
        assertThat(onlyProblem().code()).isEqualTo("E31");
        words(rows + "油汤水17,污水,字串,正式\n");
        sound();
    }

    @Test
    void blankColumnsAndBlankFirstRowsAreNothing() {
        rules.with("lexicon/office.csv", ",,,,,,\n" + "词语,,概念,匹配,状态,来源,\n油汤水,,污水,字串,正式,,\n");
        assertThat(sound().terms()).contains(WORD);
    }

    @Test
    void aCellThatSlippedBeyondTheHeaderIsTold() {
        words("油汤水,污水,字串,正式,听来的,没核\n脏水,污水,字串,正式,听来的,没核\n");
        assertThat(onlyProblem()).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("E31");
            assertThat(problem.cell()).isEqualTo("F2");
            assertThat(problem.message()).contains("没核", "共 2 行");
        });
    }

    @Test
    void aQuotationMarkThatIsNeverClosedDoesNotSwallowTheRest() {
        words("油汤水,污水,字串,正式,\"听来的\n脏水,污水,字串,正式,\n");
        assertThat(onlyProblem()).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("E10");
            assertThat(problem.message()).contains("文本第 2 行", "没有成对的引号");
        });
    }

    @Test
    void whatHasNoWidthIsDropped() {
        words("油\u200B汤水\uFEFF,\u2060污水,字串,正式,\n");
        assertThat(sound().terms()).contains(WORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001B", "\uFFFD", "\u202E", "\u2067"})
    void damagedAndDeceptiveCharactersAreTold(String character) {
        words("油汤水,污水,字串,正式,听" + character + "来\n");
        assertThat(onlyProblem()).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("E30");
            assertThat(problem.cell()).isEqualTo("E2");
            assertThat(problem.message()).contains("听□来");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"#REF!", "#NAME?", "#N/A", "########", "＝1+1", "＠SUM"})
    void whatAFormulaLeavesBehindIsTold(String cell) {
        words("油汤水,污水,字串,正式," + cell + "\n");
        assertThat(onlyProblem().code()).isEqualTo("E08");
    }

    @Test
    void aNumberSignInAWordIsNoFormula() {
        words("#车渣土,污水,字串,正式,\n##,污水,整词,草稿,\n");
        assertThat(rules.inspect().problems()).extracting(Problem::code).containsExactly("E13");
    }

    @Test
    void fullWidthCodesAreMeantAsHalfWidthOnes() {
        List<Row> rows = sound().rows();
        rules.replacing("leads/GY01.csv", ",B,", ",Ｂ,").replacing("tags.csv", "GY01-01", "ＧＹ０１－０１")
                .replacing("regions.csv", "330803101201", "３３０８０３１０１２０１");
        assertThat(sound().rows()).isEqualTo(rows);
        assertThat(sound().regions()).extracting(Rulebook.Region::code).contains("330803101201");
    }

    @Test
    void closedNamesMayBeSeparatedByCommas() {
        String before = sound().rows().toString();
        rules.replacing("tags.csv", "GY01-01", "GY01-01，GY05");
        assertThat(sound().rows().toString()).isNotEqualTo(before).contains("GY01-01, GY05");
    }

    @ParameterizedTest
    @CsvSource({"2026/11/1 0:00, 2026-11-01", "2026-11-01 00:00:00, 2026-11-01", "２０２６／１１／１, 2026-11-01"})
    void aDayWithMidnightIsThatDay(String cell, String date) {
        assertThat(CellForm.of(Column.of("生效日", Column.Kind.DATE, ""), cell)).isEqualTo(date);
    }

    @Test
    void theSerialNumberOfADayIsExplained() {
        rules.replacing("tags.csv", "2026-01-01", "46023");
        assertThat(onlyProblem()).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("E05");
            assertThat(problem.message()).contains("46023", "2026-01-01");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.30802E+11", "3E5", "1.2E+05"})
    void scientificNotationIsToldInEveryColumn(String cell) {
        rules.replacing("scoring.csv", "死鱼,,,30", "死鱼,,," + cell);
        assertThat(onlyProblem().code()).isEqualTo("E12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "0x1p3", "3d", "1,00"})
    void onlyPlainNumbersAreNumbers(String cell) {
        rules.replacing("scoring.csv", "死鱼,,,30", "死鱼,,,\"" + cell + "\"");
        assertThat(onlyProblem().code()).isEqualTo("E09");
    }

    @Test
    void aCellOfNothingButSeparatorsNamesNoDomain() {
        rules.replacing("vocabulary/lead-types.csv", "GY05-03,GY05,", "GY05-03,；,");
        assertThat(rules.inspect().problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("E02");
            assertThat(problem.toString()).contains("领域词表");
        });
    }

    /** The row of a vocabulary is left out, and with it the rows that lean on it; only the cause is told. */
    @Test
    void rowsThatLeanOnARefusedRowAreLeftOut() {
        rules.replacing("vocabulary/lead-types.csv", "GY01-01,GY01,", "GY01-01,3.30802E+11,");
        assertThat(onlyProblem().code()).isEqualTo("E12");
        assertThat(rules.inspect().rulebook().rows()).extracting(Row::id).contains("XS-03").doesNotContain("XS-01", "XS-02");
    }
}
