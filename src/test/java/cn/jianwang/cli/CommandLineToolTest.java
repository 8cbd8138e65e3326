package cn.jianwang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.decision.Decider;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.event.EventReader;
import cn.jianwang.rulebook.RulesException;
import cn.jianwang.rulebook.SmallRules;
import cn.jianwang.store.FakeDecider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineToolTest {

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    private final AtomicInteger segmented = new AtomicInteger();
    private InputStream in = InputStream.nullInputStream();
    private OutputStream sink = out;
    private boolean terminal;
    private Function<Path, Decider> releases = rules -> new FakeDecider();

    private int run(String... args) {
        return CommandLineTool.run(CommandLineToolTest.class, new Surroundings(in, sink,
                new PrintWriter(out, true, StandardCharsets.UTF_8), new PrintWriter(err, true), terminal, releases,
                text -> segmented.incrementAndGet()), args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String event(int number, String content) {
        return "{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"%d\",\"content\":\"%s\"}".formatted(number, content);
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("events.jsonl"), List.of(lines));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "4"})
    void theAnswersStandInTheOrderOfTheLines(String threads) throws IOException {
        Path events = file(IntStream.range(0, 5_000).mapToObj(i -> event(i, i % 7 == 0 ? "偷排" : "路灯")).toArray(String[]::new));
        Path decisions = folder.resolve("decisions.jsonl");
        assertThat(run("triage", "--in", events.toString(), "--out", decisions.toString(), "--threads", threads)).isZero();
        FakeDecider decider = new FakeDecider();
        EventReader reader = new EventReader();
        List<String> expected = Files.readAllLines(events).stream()
                .map(line -> JsonCodec.write(decider.decide(reader.read(line).event()))).toList();
        assertThat(Files.readAllLines(decisions).equals(expected)).as("same lines in the same order").isTrue();
        assertThat(err.toString()).contains("共 5,000 行", "坏行 0 条", "条/秒", "test-1");
    }

    @Test
    void badLinesAreAnsweredInTheirPlaceAndTheRunGoesOn() throws IOException {
        Path events = file(event(1, "偷排"), "{\"content\":", event(2, ""), "", event(3, "一\\ud83d二"), event(4, "炸"),
                event(5, "水".repeat(20_001)), event(6, "😀".repeat(10_000)), event(7, "一\\u0000"),
                "{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"8\",\"content\":\"x\",\"channel\":\"FAX\"}", event(9, "路灯"));
        assertThat(run("triage", "--in", events.toString(), "--out", "-")).isEqualTo(3);
        List<String> lines = out().lines().toList();
        assertThat(lines).hasSize(11);
        for (int good : new int[] {1, 8, 11}) {
            assertThat(lines.get(good - 1)).startsWith("{\"eventKey\":");
        }
        for (int bad : new int[] {2, 3, 4, 5, 6, 7, 9, 10}) {
            assertThat(lines.get(bad - 1)).startsWith("{\"line\":" + bad + ",\"error\":{\"detail\":\"第 " + bad + " 行");
        }
        assertThat(err.toString()).contains("共 11 行，判定 3 条，坏行 8 条");
    }

    @Test
    void standardInputAndOutputWork() {
        in = new ByteArrayInputStream((event(1, "偷排") + "\n" + event(2, "路灯")).getBytes(StandardCharsets.UTF_8));
        assertThat(run("triage", "--in", "-", "--out", "-")).isZero();
        assertThat(out().lines()).hasSize(2).allSatisfy(line -> assertThat(line).startsWith("{\"eventKey\":\"QZ:"));
    }

    @Test
    void anEmptyFileIsFine() throws IOException {
        assertThat(run("triage", "--in", file().toString(), "--out", "-")).isZero();
        assertThat(out()).isEmpty();
    }

    @Test
    void aFileMayBeCalledLikeACommand() {
        assertThat(run("retriage", "--in", "list", "--baseline", "pause", "--out", "report")).isEqualTo(4);
        assertThat(err.toString()).contains("没有这个文件或目录：").doesNotContain("缺少参数");
    }

    @Test
    void theFloorIsMeasuredOnTheSameTexts() throws IOException {
        Path events = file(event(1, "偷排"), "{", event(2, "路灯"));
        assertThat(run("triage", "--in", events.toString(), "--out", "-", "--compare-floor", "--threads", "2")).isEqualTo(3);
        assertThat(segmented).as("two readable lines, once to warm up and once timed").hasValue(2 + 2);
        assertThat(err.toString()).contains("预热后交替比较（同样的文本，2 线程）", "裸 HanLP 分词", "倍");
    }

    @Test
    void anOutputThatFailsEndsTheRun() throws IOException {
        Path events = file(IntStream.range(0, 20_000).mapToObj(i -> event(i, "路灯")).toArray(String[]::new));
        sink = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertThat(run("triage", "--in", events.toString(), "--out", "-", "--threads", "2")).isEqualTo(4);
        assertThat(err.toString()).contains("读写失败", "Broken pipe");
    }

    @Test
    void aTerminalSeesTheProgressAndAFileDoesNot() throws IOException {
        Path events = file(event(1, "偷排"));
        run("triage", "--in", events.toString(), "--out", "-");
        assertThat(err.toString()).doesNotContain("\r");
        terminal = true;
        run("triage", "--in", events.toString(), "--out", "-");
        assertThat(err.toString()).contains("\r");
    }

    @Test
    void rulesThatCannotBeUsedAreToldWithCodeFour() throws IOException {
        releases = rules -> {
            throw new RulesException(List.of());
        };
        assertThat(run("triage", "--in", file().toString(), "--out", "-")).isEqualTo(4);
        assertThat(err.toString()).contains("规则有误");
    }

    @Test
    void aRulesCheckListsErrorsAndCountsReminders() {
        SmallRules rules = SmallRules.copyTo(folder);
        assertThat(run("rules", "check", folder.toString())).isZero();
        assertThat(out()).contains("规则检查通过：", "条提醒，不影响发布：", "W05 词组没有用处", "--reminders").doesNotContain("怎么改：");
        out.reset();
        assertThat(run("rules", "check", "--reminders", folder.toString())).isZero();
        assertThat(out()).contains("[W05 词组没有用处，提醒]", "怎么改：");
        out.reset();
        rules.replacing("leads/GY05.csv", "通道堵占,,,C", "通道堵站,,,C");
        assertThat(run("rules", "check", folder.toString())).isEqualTo(1);
        assertThat(out()).contains("单元格 E2", "[E02 名称不在词表]", "是不是想写「通道堵占」", "共 1 个问题。");
    }

    @Test
    void aRulesCheckAsJsonSaysTheSame() {
        SmallRules.copyTo(folder).replacing("leads/GY05.csv", "通道堵占,,,C", "通道堵站,,,C");
        assertThat(run("rules", "check", "--json", folder.toString())).isEqualTo(1);
        JsonNode report = JsonMapper.shared().readTree(out());
        assertThat(report.get("sound").asBoolean()).isFalse();
        assertThat(report.get("errors").asInt()).isEqualTo(1);
        assertThat(report.get("problems").size()).isEqualTo(1 + report.get("reminders").asInt());
        JsonNode problem = report.get("problems").get(0);
        assertThat(List.of("severity", "code", "table", "file", "cell", "row").stream().map(field -> problem.get(field).asString()))
                .containsExactly("错误", "E02", "线索规则", "leads/GY05.csv", "E2", "XS-11");
        assertThat(problem.get("line").asInt()).isEqualTo(2);
        assertThat(problem.get("message").asString()).contains("是不是想写「通道堵占」");
        assertThat(problem.get("mend").asString()).isNotEmpty();
        assertThat(report.get("problems").get(1).get("severity").asString()).isEqualTo("提醒");
    }

    @Test
    void aMissingInputIsToldWithCodeFour() {
        assertThat(run("triage", "--in", folder.resolve("none.jsonl").toString(), "--out", "-")).isEqualTo(4);
        assertThat(err.toString()).contains("没有这个文件或目录", "none.jsonl");
    }

    @Test
    void theInputIsNeverOverwritten() throws IOException {
        String events = file(event(1, "偷排")).toString();
        assertThat(run("triage", "--in", events, "--out", events)).isEqualTo(2);
        assertThat(Path.of(events)).content().contains("偷排");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "triage|缺少参数：--in、--out",
            "triage --in|--in",
            "triage --in a --out - --threads x|参数 --threads 的值「x」不对",
            "triage --in a --out - --threads 0|--threads 应在 1 到 256 之间",
            "triage --in a --in b --out -|参数重复：--in",
            "triage --in - --out - --compare-floor|--compare-floor",
            "traige|不认识的参数：traige；是不是想写 triage",
            "serve --prot=9|不认识的参数：--prot=9",
            "serve now|不认识的参数：now",
            "--prot=9|不认识的参数：--prot=9",
            "keys|缺少命令：add、list 或 revoke",
            "keys add|缺少参数：名称"})
    void wrongUsageIsToldInChineseWithCodeTwo(String args, String told) {
        assertThat(run(args.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(told, "用法见：jianwang");
        assertThat(out()).isEmpty();
    }

    @Test
    void helpIsChinese() {
        assertThat(run("--help")).isZero();
        assertThat(run("triage", "--help")).isZero();
        assertThat(run("--version")).isZero();
        assertThat(out()).contains("用法：", "命令：", "选项：", "退出码", "serve", "--compare-floor", "检网 ");
    }

    @Test
    void keysAreMadeListedAndRevoked() {
        String database = "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("store");
        assertThat(run("keys", "add", "衢江区平台", "--internal", database)).isZero();
        String id = out().lines().filter(line -> line.startsWith("编号：")).findFirst().orElseThrow().substring(3);
        String secret = out().lines().filter(line -> line.startsWith("密钥：")).findFirst().orElseThrow().substring(3);
        assertThat(secret).startsWith("jw_").hasSizeGreaterThan(40);
        out.reset();
        assertThat(run("keys", "list", database)).isZero();
        assertThat(out()).contains(id, "内部", "有效", "衢江区平台").doesNotContain(secret);
        assertThat(run("keys", "revoke", id, database)).isZero();
        assertThat(run("keys", "revoke", id, database)).isEqualTo(4);
        assertThat(err.toString()).contains("没有编号为 " + id);
        out.reset();
        assertThat(run("keys", "list", database)).isZero();
        assertThat(out().lines().collect(Collectors.joining())).contains("停用");
    }

    @Test
    void rulesArePublishedListedRolledBackAndShadowed() throws IOException {
        SmallRules rules = SmallRules.copyTo(folder.resolve("rules")).withListedGaps();
        String shelf = folder.resolve("releases").toString();
        assertThat(run("rules", "publish", rules.root().toString(), "--author", "甲", "--reviewer", "甲", "--note", "首版", "--releases", shelf, "--least", "0")).isOne();
        assertThat(out()).contains("【签字】", "同一人", "没有发布：1 处");
        assertThat(run("rules", "publish", rules.root().toString(), "--author", "甲", "--reviewer", "乙", "--note", "首版", "--releases", shelf)).isOne();
        assertThat(out()).contains("【变异】线索规则", "低于 0.9", "怎么补：");
        assertThat(run("rules", "publish", rules.root().toString(), "--author", "甲", "--reviewer", "乙", "--note", "首版", "--releases", shelf, "--least", "0")).isZero();
        String version = out().replaceAll("(?s).*已发布 (\\S+?)（.*", "$1");
        rules.replacing("tags.csv", "2030-12-31", "2031-12-31");
        assertThat(run("rules", "publish", rules.root().toString(), "--author", "甲", "--reviewer", "乙", "--note", "延期", "--releases", shelf, "--hold",
                "--least", "0"))
                .isZero();
        out.reset();
        assertThat(run("rules", "releases", "--releases", shelf)).isZero();
        assertThat(out().lines()).hasSize(2).first().asString().startsWith("* " + version).contains("主要", "起草 甲", "复核 乙", "首版");
        String held = out().lines().skip(1).findFirst().orElseThrow().strip().split(" ")[0];
        assertThat(run("rules", "rollback", held, "--releases", shelf, "--reason", "试试", "--by", "丙")).isZero();
        assertThat(folder.resolve("releases/active")).hasContent(held);
        assertThat(run("rules", "rollback", "1.1.1", "--releases", shelf)).isEqualTo(4);
        assertThat(err.toString()).contains("没有回滚", "没有版本");
        assertThat(folder.resolve("releases/active")).hasContent(held);
        assertThat(folder.resolve("releases/journal.jsonl")).content().contains("同一人", "\"actor\":\"丙\"", "没有版本");
    }

    @Test
    void theShadowOfRowsOnTrialIsReported() throws IOException {
        SmallRules rules = SmallRules.copyTo(folder.resolve("rules")).withListedGaps();
        String events = file(event(1, "鱼死了一片"), event(2, "黑水流进河里"), "{", event(3, "鱼死了一片")).toString();
        assertThat(run("rules", "shadow", rules.root().toString(), "--on", events)).isEqualTo(3);
        assertThat(out()).contains("共判定 3 件，另有坏行 1 条", "XS-04  触发 2 件，会改变 2 件", "档位 D→A  2 件");
        rules.replacing("leads/GY01.csv", "XS-04,试行", "XS-04,停用");
        out.reset();
        assertThat(run("rules", "shadow", rules.root().toString(), "--on", events)).isZero();
        assertThat(out()).contains("没有试行的行");
    }

    @Test
    void theServiceDoesNotStartWithoutADatabase() {
        assertThat(run("keys", "list", "--spring.datasource.url=jdbc:h2:tcp://127.0.0.1:1/none",
                "--spring.datasource.hikari.connection-timeout=250")).isEqualTo(4);
    }

    @Test
    void formattingIsShownFirstAndDoneOnce() throws IOException {
        Path rules = SmallRules.copyTo(Files.createDirectories(folder.resolve("rules"))).withListedGaps().root();
        assertThat(run("rules", "format", "--check", rules.toString())).isEqualTo(1);
        assertThat(out()).contains("leads/GY01.csv：编码 UTF-8（无标记） → UTF-8（带标记）", "个文件要改写");
        assertThat(run("rules", "format", rules.toString())).isZero();
        out.reset();
        assertThat(run("rules", "format", "--check", rules.toString())).isZero();
        assertThat(out()).isEqualTo("没有要改的写法。\n");
    }

    @Test
    void rulesGoOutAsAWorkbookAndComeBack() throws IOException {
        Path rules = SmallRules.copyTo(Files.createDirectories(folder.resolve("rules"))).withListedGaps().root();
        String workbook = folder.resolve("规则.xlsx").toString();
        assertThat(run("rules", "export", rules.toString(), "--out", workbook)).isZero();
        assertThat(out()).contains("规则检查通过");
        assertThat(run("rules", "export", rules.toString(), "--out", workbook)).as("edits are not written over").isEqualTo(4);
        assertThat(run("rules", "export", rules.toString(), "--out", rules.resolve("x.xlsx").toString())).isEqualTo(4);
        out.reset();
        assertThat(run("rules", "import", workbook, rules.toString())).isZero();
        assertThat(out()).isEqualTo("\n没有不同。\n");
        Files.writeString(rules.resolve("tags.csv"), Files.readString(rules.resolve("tags.csv")).replace("守护碧水", "守护蓝天"));
        out.reset();
        assertThat(run("rules", "import", workbook, rules.toString(), "--apply")).isZero();
        assertThat(out()).contains("注意：tags.csv 导出之后在规则文件夹里改过", "没有不同");
        assertThat(run("rules", "import", "没有.xlsx", rules.toString())).isEqualTo(4);
        assertThat(err.toString()).contains("已经有", "不能放在规则文件夹里", "没有找到工作簿");
    }

    @Test
    void aWorkbookWithProblemsWritesNothing() throws IOException {
        Path rules = SmallRules.copyTo(Files.createDirectories(folder.resolve("rules"))).withListedGaps().root();
        Path workbook = Files.writeString(folder.resolve("规则.xlsx"), "不是工作簿");
        assertThat(run("rules", "import", workbook.toString(), rules.toString(), "--apply")).isEqualTo(1);
        assertThat(out()).contains("[G09 工作簿读不了]", "没有写任何文件");
    }
}
