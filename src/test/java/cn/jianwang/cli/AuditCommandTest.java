package cn.jianwang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.EventReader;
import cn.jianwang.store.DecisionStore;
import cn.jianwang.store.FakeDecider;
import cn.jianwang.store.Feedback;
import cn.jianwang.store.Feedbacks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditCommandTest {

    private static final String TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    private String events;
    private String decisions;
    private String sheet;

    @BeforeEach
    void decideSomeEvents() throws IOException {
        events = folder.resolve("events.jsonl").toString();
        decisions = folder.resolve("decisions.jsonl").toString();
        sheet = folder.resolve("sheet.csv").toString();
        Files.write(Path.of(events), IntStream.range(0, 60).mapToObj(i -> event(i, i % 6 == 0 ? "=夜里偷排" + i : "路灯不亮" + i)).toList());
        Files.write(Path.of(events), List.of("{坏行"), StandardOpenOption.APPEND);
        assertThat(run("triage", "--in", events, "--out", decisions)).isEqualTo(3);
        out.reset();
    }

    private static String event(int number, String content) {
        return "{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"%d\",\"content\":\"%s\",\"urgeCount\":2,\"handling\":[{\"org\":\"镇\",\"result\":\"退单\"}]}"
                .formatted(number, content);
    }

    private int run(String... args) {
        return CommandLineTool.run(AuditCommandTest.class, new Surroundings(InputStream.nullInputStream(), out,
                new PrintWriter(out, true, StandardCharsets.UTF_8), new PrintWriter(err, true), false, rules -> new FakeDecider(), text -> { }), args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Fills the answer into every row of the tier: the blank after the explanation is 是否涉检. */
    private void fill(String tier, String answer) throws IOException {
        String filled = Files.readString(Path.of(sheet)).replaceAll("(?m)(^[^,\r\n]*,QZ:\\d+," + tier + ",(?:\"[^\"]*\"|[^\"])*?,共\\d+字),,,,,",
                "$1," + answer + ",,,,");
        Files.writeString(Path.of(sheet), filled);
    }

    @Test
    void aSampleFromFilesOpensInASpreadsheetAndComesBackAsAReport() throws IOException {
        assertThat(run("audit", "sample", "--decisions", decisions, "--events", events, "--tier", "D,A", "--size", "20", "--seed", "5",
                "--out", sheet)).isZero();
        String text = Files.readString(Path.of(sheet));
        assertThat(text).startsWith("\uFEFF判定编号,事件键,档位,抽样范围,各档总数,种子,").contains("A 10 B 0 C 0 D 50", "\"'=夜里偷排", "【处置】镇：退单", "【催办】2 次", "\r\n");
        assertThat(out()).contains("抽出 30 条");
        String again = folder.resolve("again.csv").toString();
        run("audit", "sample", "--decisions", decisions, "--events", events, "--tier", "A,D", "--size", "20", "--seed", "5", "--out", again);
        assertThat(Path.of(again)).hasSameBinaryContentAs(Path.of(sheet));
        fill("A", "是");
        fill("D", "否");
        out.reset();
        assertThat(run("audit", "report", sheet, "--accepted", "30")).isZero();
        assertThat(out()).contains("A 档（直推）共 10 条：随机抽查 10 条，有答复 10 条，涉检 10 条", "D 档（不涉检）共 50 条：随机抽查 20 条，有答复 20 条，涉检 0 条",
                "召回率（推送的占全部涉检的）100.0%（", "每千条事件误推 0.0 条");
    }

    @Test
    void aSheetThatSomebodyMayHaveFilledInIsNeverOverwritten() throws IOException {
        Files.writeString(Path.of(sheet), "填过的");
        assertThat(run("audit", "sample", "--decisions", decisions, "--events", events, "--out", sheet)).isEqualTo(2);
        assertThat(err.toString()).contains("已经存在");
        assertThat(Path.of(sheet)).hasContent("填过的");
    }

    @Test
    void aSampleFromTheStoreAndFeedbackMakeAReport() throws IOException {
        String database = "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("store");
        Database.use(List.of(database), store -> {
            EventReader reader = new EventReader();
            FakeDecider decider = new FakeDecider();
            DecisionStore decided = store.getBean(DecisionStore.class);
            for (int i = 0; i < 30; i++) {
                Decision decision = decided.triage(reader.read(event(i, i < 10 ? "偷排" : "路灯")).event(), decider);
                if (i < 4) {
                    store.getBean(Feedbacks.class).add(decision.decisionId(), new Feedback(true, true, null, null, null));
                    store.getBean(Feedbacks.class).add(decision.decisionId(), new Feedback(i < 3, i < 3, i < 1, null, null));
                }
            }
            decided.triage(reader.read(event(29, "偷排了")).event(), decider);
            return 0;
        });
        assertThat(run("audit", "sample", "--from", TODAY, "--to", TODAY, "--size", "100", "--out", sheet, database)).isZero();
        assertThat(Files.readString(Path.of(sheet))).contains("A 11 B 0 C 0 D 19").doesNotContain("QZ:29");
        assertThat(Files.readString(Path.of(sheet)).lines().filter(line -> line.contains(",QZ:"))).hasSize(19);
        fill("D", "否");
        out.reset();
        assertThat(run("audit", "report", sheet, "--from", TODAY, "--to", TODAY, "--accepted", "12", database)).isZero();
        assertThat(out()).contains("A 档（直推）共 11 条：反馈（不是随机抽取） 4 条，有答复 4 条，涉检 3 条；准确率 75.0%（",
                "D 档（不涉检）共 19 条：随机抽查 19 条", "召回率（", "大数据发现线索占受理比 68.", "成案占比 33.3%（");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"audit|缺少命令：sample 或 report", "audit sample --out x.csv|选一种写",
            "audit sample --out x.csv --decisions a|就要写 --events", "audit sample --out x.csv --from 2026-10-01|--from 和 --to 要一起写",
            "audit sample --out x.csv --from 2026-10-02 --to 2026-10-01|--to 早于 --from", "audit sample --out x.csv --from 十月 --to 2026-10-01|--from 的值「十月」不对",
            "audit sample --out x.csv --decisions a --events b --size 0|--size 至少为 1", "audit sample --out x.csv --decisions a --events b --seeed 1|不认识的参数：--seeed",
            "audit report|缺少填好的表", "audit report a.csv --accepted 0|--accepted 至少为 1"})
    void wrongUsageIsToldInChinese(String args, String told) {
        assertThat(run(args.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(told, "用法见：jianwang audit");
    }

    @Test
    void filesThatDoNotFitAreToldWithCodeFour() throws IOException {
        assertThat(run("audit", "sample", "--decisions", events, "--events", events, "--out", sheet)).isEqualTo(4);
        assertThat(err.toString()).contains("第 1 行不是判定");
        Path others = Files.writeString(folder.resolve("others.jsonl"), event(99, "路灯"));
        assertThat(run("audit", "sample", "--decisions", decisions, "--events", others.toString(), "--out", sheet)).isEqualTo(4);
        assertThat(err.toString()).contains("里没有这些已判定的事件", " 等 50 个", "怎么改");
        assertThat(run("audit", "sample", "--decisions", decisions, "--events", events, "--tier", "C", "--out", sheet)).isEqualTo(4);
        assertThat(err.toString()).contains("没有可抽的");
        assertThat(run("audit", "report", folder.resolve("none.csv").toString())).isEqualTo(4);
        assertThat(err.toString()).contains("没有这个文件");
    }
}
