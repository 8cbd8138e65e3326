package cn.jianwang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.event.EventReader;
import cn.jianwang.event.GridEvent;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.SmallRules;
import cn.jianwang.store.DecisionStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rules diff} and {@code rules explain} as a person uses them. */
class RulesDiffCommandTest {

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    private Path old;
    private Path now;
    private Path events;

    @BeforeEach
    void twoFoldersAndSomeEvents() throws IOException {
        old = SmallRules.copyTo(Files.createDirectories(folder.resolve("a/rules"))).root();
        now = SmallRules.copyTo(Files.createDirectories(folder.resolve("b/rules")))
                .replacing("leads/GY05.csv", "通道堵占,,,C", "通道堵占,,,B").root();
        events = Files.write(folder.resolve("events.jsonl"), List.of(event(1, "消防通道被车占了，请打 13800138000。"), event(2, "路灯坏了。"),
                event(3, "黑水流进河里。")));
    }

    private static String event(int number, String content) {
        return "{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"%d\",\"content\":\"%s\"}".formatted(number, content);
    }

    private int run(Object... args) {
        String[] words = List.of(args).stream().map(Object::toString).toArray(String[]::new);
        return CommandLineTool.run(RulesDiffCommandTest.class, new Surroundings(InputStream.nullInputStream(), out,
                new PrintWriter(out, true, StandardCharsets.UTF_8), new PrintWriter(err, true), false, rules -> null, text -> { }), words);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theEditedCellsAreTold() {
        assertThat(run("rules", "diff", old, now)).isZero();
        assertThat(out()).isEqualTo("改动 1 处：\n  [1] 线索规则 leads/GY05.csv XS-11「消防通道堵占」 · 档位：「C」→「B」\n");
    }

    @Test
    void equalFoldersAreSaidToBeEqual() {
        assertThat(run("rules", "diff", old, old)).isZero();
        assertThat(out()).contains("完全一样");
    }

    @Test
    void changedDecisionsAreToldByCauseAndCasesCountToo() throws IOException {
        Files.createDirectories(folder.resolve("b/test-cases"));
        Files.writeString(folder.resolve("b/test-cases/cases.csv"), "编号,事件内容\nAL-1,消防通道被车占了。\nAL-2,路灯。\n");
        Path json = folder.resolve("report.json");
        assertThat(run("rules", "diff", old, now, "--on", events, "--json", json)).isZero();
        assertThat(out()).contains("试了 3 件事件和 2 个案例：2 件判定变化——新推送 2 件，不再推送 0 件", "改动级别：主要", "因 [1]：2 件", "档位 C→B 2 件",
                "QZ:1  【消防通道被车占了】").doesNotContain("13800138000");
        assertThat(Files.readString(json)).contains("\"effect\":\"主要\"", "\"sets\":[[1]]", "\"event\":\"样例:AL-1\"").doesNotContain("13800138000");
    }

    @Test
    void theEventsOfTheStoreAreComparedByTheDayTheyWereDecided() throws IOException {
        String database = "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("store");
        try (Release release = Release.load(old)) {
            Database.use(List.of(database), store -> {
                for (String line : InputFiles.read(events, Files::readAllLines)) {
                    GridEvent event = new EventReader().read(line).event();
                    store.getBean(DecisionStore.class).triage(event, release);
                }
                return Exit.FINE;
            });
        }
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        assertThat(run("rules", "diff", old, now, "--from", today, "--to", today, database)).isZero();
        assertThat(out()).contains("试了 3 件事件：1 件判定变化——新推送 1 件", "因 [1]：1 件", "QZ:1  【消防通道被车占了】").doesNotContain("13800138000");
        out.reset();
        assertThat(run("rules", "diff", old, now, "--from", "2020-01-01", "--to", "2020-01-31", database)).isZero();
        assertThat(out()).contains("试了 0 件事件");
    }

    @Test
    void oneSourceOfEventsIsChosenAndNothingIsSwallowed() {
        assertThat(run("rules", "diff", old, now, "--on", events, "--from", "2020-01-01", "--to", "2020-01-31")).isEqualTo(Exit.WRONG_USAGE);
        assertThat(err.toString()).contains("选一种写");
        assertThat(run("rules", "diff", old, now, "--from", "2020-01-01")).isEqualTo(Exit.WRONG_USAGE);
        assertThat(run("rules", "diff", old, now, "--on", events, "--spring.datasource.url=x")).isEqualTo(Exit.WRONG_USAGE);
    }

    @Test
    void badLinesAreToldAndTheRestIsCompared() throws IOException {
        Files.write(events, List.of(event(1, "消防通道被车占了。"), "坏行"));
        assertThat(run("rules", "diff", old, now, "--on", events)).isEqualTo(Exit.BAD_LINES);
        assertThat(out()).contains("试了 1 件事件：1 件判定变化");
        assertThat(err.toString()).contains("第 2 行", "共有 1 行");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(run("rules", "diff", old, folder.resolve("none"))).isEqualTo(Exit.COULD_NOT_RUN);
        assertThat(err.toString()).contains("没有找到规则文件夹");
        assertThat(run("rules", "diff", old, now, "--on", folder.resolve("none.jsonl"))).isEqualTo(Exit.COULD_NOT_RUN);
        assertThat(err.toString()).contains("没有这个事件文件");
    }

    @Test
    void oneTextIsExplained() {
        assertThat(run("rules", "explain", "黑水流进河里。", "--rules", old)).isZero();
        assertThat(out()).startsWith("结论：\n  B 档（待研判），领域 GY01\n").contains("只差一步的规则：\n  XS-02");
    }

    @Test
    void oneRuleIsExplainedAndAnUnknownOneIsRefused() {
        assertThat(run("rules", "explain", "黑水流进河里。", "--rule", "XS-02", "--rules", old)).isZero();
        assertThat(out()).contains("没有成立，只差一步：缺「死鱼」。");
        assertThat(run("rules", "explain", "黑水。", "--rule", "XS-77", "--rules", old)).isEqualTo(Exit.COULD_NOT_RUN);
        assertThat(err.toString()).contains("没有编号为「XS-77」的规则", "XS-01");
    }

    @Test
    void whatKeepsEventsFromRulesIsCounted() {
        assertThat(run("rules", "explain", "--near", events, "--rules", old)).isZero();
        assertThat(out()).contains("3 件事件里", "1 件只差「死鱼」一项（其中 0 件现在不推送）：XS-02 污水毒死鱼 1 件（如 QZ:3）");
    }

    @Test
    void explainWantsATextOrAFile() {
        assertThat(run("rules", "explain", "--rules", old)).isEqualTo(Exit.WRONG_USAGE);
        assertThat(err.toString()).contains("要么写一段文字");
    }
}
