package cn.jianwang.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.release.Release;
import cn.jianwang.rulebook.SmallRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trials pass where all is as expected, and ring where it is not. */
class TrialsTest {

    private static final String HEADER = "编号,考哪条,标题,事件内容,渠道,处置,催办,期望档位,期望领域,期望线索,期望去向,期望紧急,须触发,不得触发,说明\n";

    @TempDir
    private Path folder;
    private Path cases;
    private SmallRules rules;

    @BeforeEach
    void copyTheSmallRules() throws IOException {
        rules = SmallRules.copyTo(folder.resolve("rules"));
        cases = Files.createDirectories(folder.resolve("test-cases"));
    }

    private TrialReport run() {
        return new Trials(Release.load(rules.root())).run(cases);
    }

    private void cases(String rows) throws IOException {
        Files.writeString(cases.resolve("cases.csv"), HEADER + rows);
    }

    @Test
    void theExamplesOfTheSmallRulesComeOut() {
        TrialReport report = run();
        assertThat(report.failures()).isEmpty();
        assertThat(report.examples()).isGreaterThan(30);
        assertThat(report.cases()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "fact-patterns/common.csv|黑水【流进河】里|黑水【流过桥】里|TZ-01|没有认定「污水入河」",
            "fact-patterns/common.csv|黑水【流进河】里|【黑水流进河】里|TZ-01|没有盖住标出的文字",
            "fact-patterns/common.csv|楼上没有人吵|楼上天天吵|TZ-03|认定了「噪声扰民」",
            "quantities.csv|九户人家|十九户人家|SL-01|认定了「十户以上」",
            "leads/GY01.csv|黑水流进河里，鱼死了一片|黑水流进河里，鱼没事|XS-02|没有成立",
            "leads/GY05.csv|消防通道,甲|消防通道被占了,甲|XS-11|成立了",
            "exclusions/common.csv|河里的黑水清理干净了|河里有黑水|PC-01|没有成立"})
    void anExampleThatDoesNotComeOutIsTold(String file, String old, String now, String row, String told) {
        rules.replacing(file, old, now);
        TrialReport report = run();
        assertThat(report.passed()).isFalse();
        assertThat(report.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.id()).isEqualTo(row);
            assertThat(failure.file()).isEqualTo(file);
            assertThat(failure.actual()).contains(told);
        });
    }

    @Test
    void casesAreTriedOnAllTheyExpect() throws IOException {
        cases("""
                AL-1,XS-01,,黑水流进河里。,,,,B,GY01,GY01-01,,一般,XS-01,DW-01；XS-02,
                AL-2,XS-01,打了三次电话没人管,黑水流进河里。,,,,A；B,GY01,,,,DW-01,,
                AL-3,DW-01,,黑水流进河里。,随手拍,环保局：已经去看过了｜环保局：还在等,2,A,,,,,,,
                AL-4,XS-01,,路灯不亮。,,,,D,,,YS04,无,,,
                AL-5,PC-01,,黑水流进河里，清理干净了。,,,,D,,,,,PC-01,,
                """);
        TrialReport report = run();
        assertThat(report.failures()).isEmpty();
        assertThat(report.cases()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "A,,,,,,|档位 B", ",GY05,,,,,|领域 GY01", ",,GY05-03,,,,|线索 [GY01-01]", ",,,YS04,,,|去向 无", ",,,,紧急,,|紧急 一般",
            ",,,,,XS-02,|未触发 XS-02", ",,,,,,XS-01|触发了 XS-01"})
    void everyExpectationRings(String expectations, String told) throws IOException {
        cases("AL-1,XS-01,,黑水流进河里。,,,," + expectations + ",\n");
        assertThat(run().failures()).singleElement().satisfies(failure -> {
            assertThat(failure.id()).isEqualTo("AL-1");
            assertThat(failure.line()).isEqualTo(2);
            assertThat(failure.actual()).isEqualTo(told);
        });
    }

    @Test
    void aCaseThatIsRegisteredAsWrongMayFailButMustBeStruckOffWhenMended() throws IOException {
        cases("AL-1,XS-01,,黑水流进河里。,,,,A,,,,,,,\nAL-2,XS-01,,黑水流进河里。,,,,B,,,,,,,\n");
        Files.writeString(cases.resolve("todo.csv"), "编号,原因\nAL-1,还判不对\nAL-2,已经改好\n");
        TrialReport report = run();
        assertThat(report.todo()).isEqualTo(2);
        assertThat(report.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.id()).isEqualTo("AL-2");
            assertThat(failure.actual()).contains("从 todo.csv 删去");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"XS-02 缺 死鱼|-", "XS-02|-", "XS-02 缺 多次催办|没有差一步 XS-02 缺 多次催办，差一步的是 [XS-02 缺 死鱼]",
            "XS-03 缺 死鱼|没有差一步 XS-03 缺 死鱼，差一步的是 [XS-02 缺 死鱼]"})
    void aCaseMayExpectWhatIsOneStepAway(String near, String told) throws IOException {
        Files.writeString(cases.resolve("cases.csv"), "编号,事件内容,差一步\nAL-1,黑水流进河里。," + near + "\n");
        assertThat(run().failures()).extracting(Failure::actual).isEqualTo(told == null ? java.util.List.of() : java.util.List.of(told));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"差一歩|XS-02|不认识的列「差一歩」", "渠道|微信|渠道「微信」不认识", "诉求目的|打听|诉求目的「打听」不认识",
            "催办|两次|催办「两次」不是次数", "须触发|XS-99|规则表里没有生效的 XS-99", "差一步|XS-98 缺 死鱼|规则表里没有生效的 XS-98"})
    void whatWouldBePassedOverInSilenceIsTold(String column, String cell, String told) throws IOException {
        Files.writeString(cases.resolve("cases.csv"), "编号,事件内容,期望档位," + column + "\nAL-1,黑水流进河里。,B," + cell + "\n");
        assertThat(run().failures()).extracting(Failure::actual).anyMatch(actual -> actual.contains(told));
    }

    @Test
    void fieldsOfACaseCount() throws IOException {
        rules.replacing("exclusions/common.csv", "PC-02,正式,经过批准,有手续,", "PC-02,正式,经过批准,诉求目的举报,")
                .replacing("exclusions/common.csv", "厂里手续齐全，就是吵,厂里没有手续，就是吵", ",");
        Files.writeString(cases.resolve("cases.csv"), "编号,事件内容,诉求目的,须触发\nAL-1,十二户都嫌吵。,举报,PC-02\n");
        assertThat(run().failures()).isEmpty();
    }

    @Test
    void whatIsOnTrialCountsWhereRowsOnTrialAreTriedAndNowhereElse() throws IOException {
        rules.replacing("lexicon/common.csv", "黑水,", "大塘,水体,字串,试行,测试\n黑水,")
                .replacing("fact-patterns/common.csv", "TZ-05,正式,死鱼,", "TZ-91,正式,死鱼,,电鱼,水体,,同句,不成立,不成立,,\nTZ-05,试行,死鱼,")
                .replacing("leads/GY01.csv", "死鱼,,,A,,,,,,,,,甲,乙", "死鱼,,,A,,,,,,,塘里有死鱼,塘里没有死鱼,甲,乙")
                .replacing("leads/GY01.csv", "黑水流进河里，鱼死了一片,", "黑水流进河里，电鱼,");
        cases("AL-1,XS-04,,大塘里有死鱼。,,,,A,GY01,GY01-01,,,XS-04,,\nAL-2,TZ-05,,黑水流进大塘里，鱼死了一片。,,,,A,,,,紧急,XS-02；XS-04,,\n"
              + "AL-3,XS-01,,黑水流进河里，鱼死了一片。,,,,B,,,,一般,,XS-02；XS-04,\nAL-4,XS-01,,黑水流进大塘里。,,,,D,,,,,,,\n");
        assertThat(run().failures()).isEmpty();
    }

    @Test
    void casesThatWpsSavedInItsOwnCharsetAreRead() throws IOException {
        Files.write(cases.resolve("cases.csv"), (HEADER + "AL-1,,,黑水流进河里。,,,,A,,,,,,,\n").getBytes("GB18030"));
        assertThat(run().failures()).singleElement().satisfies(failure -> assertThat(failure.actual()).isEqualTo("档位 B"));
    }
}
