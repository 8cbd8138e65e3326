package cn.jianwang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.rulebook.SmallRules;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreCommandTest {

    private static final String TEXTS = "src/test/resources/labels/texts.jsonl";
    private static final String EVENTS = "src/test/resources/labels/events.jsonl";

    @TempDir
    private Path folder;
    private String rules;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void copyTheSmallRules() {
        rules = SmallRules.copyTo(folder).root().toString();
    }

    private int run(String... args) {
        return CommandLineTool.run(ScoreCommandTest.class, new Surroundings(InputStream.nullInputStream(), out,
                new PrintWriter(out, true, StandardCharsets.UTF_8), new PrintWriter(err, true), false, folder -> null, text -> { }), args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theUnreadThirdShowsFiguresAndNeverATextOrAnError() {
        assertThat(run("score", "--rules", rules, "--labels", TEXTS)).isZero();
        assertThat(out()).contains("已读的三分之二", "留存的三分之一，只报数字", "差距（已读减留存）：推送 F1 +0.000", "代价最大的 4 个错误", "1. t10",
                "层 enriched", "层 random", "档位混淆").doesNotContain("留存甲", "留存乙", "留存丙", "留存丁", "t4　");
    }

    @Test
    void whoAsksForItSeesAll() {
        assertThat(run("score", "--rules", rules, "--labels", TEXTS, "--no-held-out", "--errors", "2")).isZero();
        assertThat(out()).contains("条数　　　　　　　　　 12", "准 0.667　全 0.667　F1 0.667（对 4 误 2 漏 2）", "2. t4　", "留存甲")
                .doesNotContain("三分之", "差距", "3. ");
    }

    @Test
    void eventsAndNoiseAreReportedWithTheDrop() {
        assertThat(run("score", "--rules", rules, "--events", EVENTS, "--noise", "50", "--seed", "3")).isZero();
        assertThat(out()).contains("档位 4/4（1.000）", "县 1/1（1.000）", "换字之后", "每百个汉字换 50 个（种子 3）：推送 F1 从 1.000 到 ", "降 ")
                .doesNotContain("来信");
        String once = out();
        out.reset();
        run("score", "--rules", rules, "--events", EVENTS, "--noise", "50", "--seed", "3");
        assertThat(out()).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"score|--labels 和 --events 至少写一个", "score --labels a --errors -1|--errors 不能是负数",
            "score --labels a --noise 0|--noise 应大于 0", "score --labels a --noise x|参数 --noise 的值「x」不对"})
    void wrongUsageIsToldInChinese(String args, String told) {
        assertThat(run(args.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(told, "用法见：jianwang score --help");
    }

    @Test
    void filesThatCannotBeUsedAreToldWithCodeFour() throws Exception {
        assertThat(run("score", "--labels", folder.resolve("none.jsonl").toString())).isEqualTo(4);
        assertThat(err.toString()).contains("没有这个文件", "none.jsonl");
        Path gbk = Files.write(folder.resolve("gbk.jsonl"), List.of("{\"id\":\"1\",\"text\":\"路灯\"}"), java.nio.charset.Charset.forName("GBK"));
        assertThat(run("score", "--labels", gbk.toString())).isEqualTo(4);
        assertThat(err.toString()).contains("不是 UTF-8 编码");
        assertThat(run("score", "--labels", EVENTS)).isEqualTo(4);
        assertThat(err.toString()).contains("events.jsonl 有 4 处错误", "第 1 行：content 文本为空");
    }
}
