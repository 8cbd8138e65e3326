package cn.jianwang.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.release.Release;
import cn.jianwang.rulebook.SmallRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clean texts hit nothing but what is known, and what is known does not stay known for ever. */
class CleanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @TempDir
    private Path folder;
    private Path cases;

    @BeforeEach
    void twoTexts() throws IOException {
        cases = folder.resolve("test-cases");
        Files.createDirectories(cases.resolve("clean"));
        Files.writeString(cases.resolve("clean/texts.csv"), "编号,类别,事件内容\nJY-1,邻里,楼下跳舞。\nJY-2,巡查,未发现黑水流进河里。\n");
    }

    private Clean.Report run() {
        return Clean.run(Release.load(SmallRules.copyTo(folder.resolve("rules")).root()), cases, TODAY);
    }

    private void hit() throws IOException {
        Files.writeString(cases.resolve("clean/more.csv"), "编号,类别,事件内容\nJY-3,演习,黑水流进河里。\n");
    }

    private void noise(String rows) throws IOException {
        Files.writeString(cases.resolve("known-noise.csv"), "编号,规则,理由,到期日\n" + rows);
    }

    @Test
    void cleanTextsPass() {
        Clean.Report report = run();
        assertThat(report.failures()).isEmpty();
        assertThat(report.texts()).isEqualTo(2);
    }

    @Test
    void aHitIsRed() throws IOException {
        hit();
        assertThat(run().failures()).singleElement().satisfies(failure -> {
            assertThat(failure.id()).isEqualTo("JY-3");
            assertThat(failure.file()).isEqualTo("test-cases/clean/more.csv");
            assertThat(failure.actual()).contains("命中 XS-01", "判为 B", "known-noise.csv");
        });
    }

    @Test
    void aKnownHitPassesUntilItsDay() throws IOException {
        hit();
        noise("JY-3,XS-01,演习的说法还认不出,2026-11-25\n");
        Clean.Report report = run();
        assertThat(report.failures()).isEmpty();
        assertThat(report.hits()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"JY-3, XS-01, 认不出, 2026-11-24, 到期", "JY-3, XS-01, '', 2027-01-01, 理由是空的", "JY-3, XS-01, 认不出, 某日, 不是日期"})
    void aBadEntryIsRed(String text, String rule, String reason, String day, String told) throws IOException {
        hit();
        noise(String.join(",", text, rule, reason, day) + "\n");
        assertThat(run().failures()).singleElement().satisfies(failure -> assertThat(failure.actual()).contains(told));
    }

    @Test
    void anEntryThatNoLongerHitsMustGo() throws IOException {
        noise("JY-2,XS-01,巡查的说法还认不出,2027-01-01\n");
        assertThat(run().failures()).singleElement().satisfies(failure -> {
            assertThat(failure.id()).isEqualTo("JY-2 XS-01");
            assertThat(failure.actual()).contains("已不命中", "删去");
        });
    }
}
