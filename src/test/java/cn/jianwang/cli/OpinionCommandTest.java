package cn.jianwang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.rulebook.SmallRules;
import cn.jianwang.release.Release;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpinionCommandTest {

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    private String rules;
    private String labels;
    private String model;

    @BeforeEach
    void labelSomeTexts() throws IOException {
        rules = SmallRules.copyTo(folder.resolve("rules")).root().toString();
        labels = folder.resolve("labels.jsonl").toString();
        model = folder.resolve("model.txt").toString();
        List<String> texts = List.of("黑水流进河里，第%d次。", "鱼翻了白肚，河水发黄，第%d天。", "路灯坏了%d盏。", "公交车%d点开？");
        Files.write(Path.of(labels), IntStream.range(0, 120).mapToObj(i -> "{\"id\":\"t%d\",\"text\":\"%s\",\"tier\":\"%s\",\"domains\":[]}"
                .formatted(i, texts.get(i % 4).formatted(i), i % 4 < 2 ? "B" : "D")).toList());
    }

    private int run(String... args) {
        return CommandLineTool.run(OpinionCommandTest.class, new Surroundings(InputStream.nullInputStream(), out,
                new PrintWriter(out, true, StandardCharsets.UTF_8), new PrintWriter(err, true), false, Release::load, text -> { }), args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path events() throws IOException {
        return Files.write(folder.resolve("events.jsonl"), List.of("{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"1\",\"content\":\"黑水流进河里。\"}",
                "{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"2\",\"content\":\"鱼翻了白肚，河水发黄。\"}",
                "{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"3\",\"content\":\"路灯坏了。\"}"));
    }

    @Test
    void aTrainedModelSpeaksBesideDecisionsThatStayAsTheyAre() throws IOException {
        assertThat(run("opinion", "train", "--rules", rules, "--labels", labels, "--out", model)).isZero();
        assertThat(out()).contains("条标注", "推送线", "写入 " + model);
        String alone = folder.resolve("alone.jsonl").toString();
        String both = folder.resolve("both.jsonl").toString();
        String events = events().toString();
        assertThat(run("triage", "--rules", rules, "--in", events, "--out", alone)).isZero();
        assertThat(run("triage", "--rules", rules, "--in", events, "--out", both, "--opinion", model)).isZero();
        assertThat(Files.readString(Path.of(alone))).doesNotContain("secondOpinion");
        assertThat(Files.readString(Path.of(both))).contains("\"secondOpinion\":{\"push\":true,");
        assertThat(Files.readString(Path.of(both)).replaceAll(",\"secondOpinion\":\\{[^}]*}", "")).isEqualTo(Files.readString(Path.of(alone)));
        out.reset();
        String report = folder.resolve("report.csv").toString();
        assertThat(run("opinion", "report", "--decisions", both, "--events", events, "--out", report)).isZero();
        assertThat(out()).contains("规则判 D 而模型判推送 1 条");
        assertThat(Files.readString(Path.of(report))).startsWith("\uFEFF事件键,").contains("QZ:2,", "鱼翻了白肚").doesNotContain("QZ:1,", "QZ:3,");
    }

    @Test
    void theUnreadThirdIsNotLearntFrom() {
        run("opinion", "train", "--rules", rules, "--labels", labels, "--out", model);
        String two = out();
        out.reset();
        run("opinion", "train", "--rules", rules, "--labels", labels, "--out", model, "--no-held-out");
        assertThat(out()).contains("用 120 条标注（推送 60 条）");
        assertThat(Integer.parseInt(two.replaceAll("(?s)用 (\\d+) 条.*", "$1"))).isBetween(65, 95);
    }

    @Test
    void rulesAndModelAreComparedByCrossValidation() {
        assertThat(run("opinion", "evaluate", "--rules", rules, "--labels", labels, "--no-held-out")).isZero();
        assertThat(out()).contains("120 条，5 份交叉验证", "规则　准 1.000　全 0.500　F1 0.667　κ 0.500", "模型　准 1.000　全 1.000　F1 1.000　κ 1.000",
                "规则判 D 而模型判推送：30 条，其中应推送 30 条（规则判 D 而应推送的共 30 条），应为 C 0 条");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"opinion|缺少命令：train、evaluate 或 report", "opinion train --out m|缺少参数：--labels",
            "opinion evaluate --labels a --folds 1|--folds 应在 2 到 20 之间", "opinion report --out r.csv|选一种写"})
    void wrongUsageIsToldInChinese(String args, String told) {
        assertThat(run(args.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(told, "用法见：jianwang opinion");
    }

    @Test
    void whatIsNoModelIsToldWithCodeFour() throws IOException {
        assertThat(run("triage", "--rules", rules, "--in", events().toString(), "--out", "-", "--opinion", labels)).isEqualTo(4);
        assertThat(err.toString()).contains("不是第二意见模型", "opinion train");
    }
}
