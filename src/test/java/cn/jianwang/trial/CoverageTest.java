package cn.jianwang.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.release.Release;
import cn.jianwang.rulebook.SmallRules;
import cn.jianwang.trial.CoverageReport.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no example and no case uses is told, unless it is listed with a reason and a day. */
class CoverageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @TempDir
    private Path folder;
    private Path cases;
    private SmallRules rules;

    @BeforeEach
    void copyTheSmallRules() throws IOException {
        rules = SmallRules.copyTo(folder.resolve("rules"));
        cases = Files.createDirectories(folder.resolve("test-cases"));
    }

    private CoverageReport run() {
        return Coverage.of(Release.load(rules.root()), cases, TODAY);
    }

    private void cases(String... texts) throws IOException {
        Files.writeString(cases.resolve("cases.csv"), "编号,事件内容,期望档位\nAL-1," + String.join(",\nAL-1,", texts) + ",\n");
    }

    private void exceptions(String rows) throws IOException {
        Files.writeString(cases.resolve("coverage-exceptions.csv"), "编号,理由,到期日\n" + rows);
    }

    @Test
    void aRowThatNothingUsesIsAGap() throws IOException {
        assertThat(run().rows()).contains(new Gap("档位规则", "DW-01", ""), new Gap("档位规则", "DW-03", ""));
        cases("黑水流进河里。打了三次电话没人管。");
        CoverageReport report = run();
        assertThat(report.rows()).contains(new Gap("档位规则", "DW-03", "")).doesNotContain(new Gap("档位规则", "DW-01", ""));
        assertThat(report.passed()).isFalse();
    }

    @Test
    void anItemIsUsedWhereItMakesOrBreaksTheRow() throws IOException {
        Gap alternative = new Gap("事实推导", "TD-01", "须有其一「多次催办」");
        Gap forbidden = new Gap("排除规则", "PC-01", "不得有「履职不到位」");
        assertThat(run().literals()).contains(alternative, forbidden);
        Files.writeString(cases.resolve("cases.csv"), "编号,事件内容,催办\nAL-1,黑水流进河里，清理干净了。,2\n");
        assertThat(run().literals()).doesNotContain(alternative, forbidden);
    }

    @Test
    void aWordIsUsedWhereAHitRestsOnIt() throws IOException {
        Gap word = new Gap("词库", "溪", "水体");
        Gap pattern = new Gap("词库", "反映…没人管", "反映无果");
        assertThat(run().terms()).contains(word, pattern);
        cases("黑水流进溪里，反映过好几回都没人管。");
        assertThat(run().terms()).doesNotContain(word, pattern);
    }

    @Test
    void aRowOnTrialIsUsedByACaseOfItsOwn() throws IOException {
        rules.replacing("lexicon/common.csv", "黑水,", "翻白,死鱼,字串,试行,测试\n黑水,");
        Gap row = new Gap("线索规则", "XS-04", "");
        Files.writeString(cases.resolve("cases.csv"), "编号,考哪条,事件内容\nAL-1,XS-01,一片翻白。\n");
        rules.replacing("fact-patterns/common.csv", "塘里有【死鱼】,塘里没有死鱼", ",").replacing("leads/GY01.csv", "黑水流进河里，鱼死了一片,黑水流进河里,", ",,");
        assertThat(run().rows()).contains(row);
        Files.writeString(cases.resolve("cases.csv"), "编号,考哪条,事件内容\nAL-1,XS-04,一片翻白，污水排进溪里。\n");
        assertThat(run().rows()).doesNotContain(row, new Gap("事实识别", "TZ-05", ""));
        assertThat(run().terms()).doesNotContain(new Gap("词库", "溪", "水体"));
    }

    @Test
    void countsAddUp() {
        CoverageReport report = run();
        CoverageReport.Count tiers = report.tables().stream().filter(c -> c.table().equals("档位规则")).findFirst().orElseThrow();
        assertThat(tiers.rows()).isEqualTo(3);
        assertThat(tiers.rows() - tiers.usedRows()).isEqualTo((int) report.rows().stream().filter(g -> g.table().equals("档位规则")).count());
        assertThat(tiers.literals()).isEqualTo(3);
    }

    @Test
    void aListedGapPassesUntilItsDay() throws IOException {
        StringBuilder all = new StringBuilder();
        run().rows().forEach(gap -> all.append(gap.row()).append(",等真实来信,2026/11/25\n"));
        exceptions(all.toString());
        CoverageReport report = run();
        assertThat(report.passed()).as(report.toString()).isTrue();
        assertThat(report.listed()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"DW-01, 等来信, 2026-11-24, 到期", "DW-01, '', 2027-01-01, 理由是空的", "DW-01, 等来信, 明年, 不是日期", "XS-01, 等来信, 2027-01-01, 已经用到",
            "XS-77, 等来信, 2027-01-01, 没有这一行"})
    void aBadEntryIsRed(String row, String reason, String day, String told) throws IOException {
        exceptions(row + "," + reason + "," + day + "\n");
        CoverageReport report = run();
        assertThat(report.passed()).isFalse();
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo(row);
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.actual()).contains(told);
        });
    }
}
