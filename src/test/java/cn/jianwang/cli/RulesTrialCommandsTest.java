package cn.jianwang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.event.JsonCodec;
import cn.jianwang.rulebook.SmallRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** rules test, coverage, mutate and clean: what they say, and what they tell their caller. */
class RulesTrialCommandsTest {

    @TempDir
    private Path folder;
    private final StringWriter words = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void smallRulesWithACaseAndACleanText() throws IOException {
        SmallRules.copyTo(folder.resolve("rules"));
        Files.createDirectories(folder.resolve("test-cases/clean"));
        write("cases.csv", "编号,事件内容,期望档位,须触发\nAL-1,消防通道被车占了。,C,XS-11\n");
        write("clean/texts.csv", "编号,类别,事件内容\nJY-1,邻里,楼下跳舞。\n");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve("test-cases").resolve(file), text);
    }

    private int run(String command, String... options) {
        Surroundings surroundings = new Surroundings(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(),
                new PrintWriter(words, true), new PrintWriter(err, true), false, rules -> null, text -> { });
        return CommandLineTool.run(Object.class, surroundings, Stream.concat(Stream.of("rules", command,
                folder.resolve("rules").toString()), Stream.of(options)).toArray(String[]::new));
    }

    @Test
    void testTellsWhatDidNotComeOut() throws IOException {
        assertThat(run("test")).isZero();
        assertThat(words.toString()).contains("1 个案例", "全部符合");
        write("more.csv", "编号,事件内容,期望档位\nAL-2,路灯不亮。,A\n");
        assertThat(run("test")).isEqualTo(1);
        assertThat(words.toString()).contains("test-cases/more.csv（文本第 2 行）AL-2", "实际：档位 D");
    }

    @Test
    void mutateSaysWhatWouldKillASurvivor() {
        assertThat(run("mutate", "--table", "线索规则", "--least", "0.9")).isEqualTo(1);
        assertThat(words.toString()).contains("删去整行 XS-03 噪声扰民多户：没有变红", "怎么补：写一个案例：有噪声扰民、十户以上，须触发填 XS-03",
                "线索规则  行  0.250（删 4，变红 1）  低于 0.9").doesNotContain("删去整行 XS-11");
        assertThat(run("mutate", "--table", "线索规则", "--least", "0.2")).isZero();
    }

    @Test
    void mutateRefusesATableThatDoesNotExist() {
        assertThat(run("mutate", "--table", "线索表")).isEqualTo(2);
        assertThat(err.toString()).contains("没有「线索表」这张表", "线索规则");
    }

    @Test
    void coverageNamesWhatIsNotUsed() throws IOException {
        assertThat(run("coverage")).isEqualTo(1);
        assertThat(words.toString()).contains("没有用到的行：档位规则 DW-01", "线索规则  5/5 行").doesNotContain("没有用到的词语");
        assertThat(run("coverage", "--terms")).isEqualTo(1);
        assertThat(words.toString()).contains("没有用到的词语：溪（水体）");
    }

    @Test
    void cleanNamesAHit() throws IOException {
        assertThat(run("clean")).isZero();
        assertThat(words.toString()).contains("净样 1 段，命中 0 处");
        write("clean/more.csv", "编号,类别,事件内容\nJY-2,演习,黑水流进河里。\n");
        assertThat(run("clean")).isEqualTo(1);
        assertThat(words.toString()).contains("命中 XS-01");
    }

    @Test
    void allOfThemSpeakJson() {
        for (String command : new String[] {"coverage", "mutate", "clean"}) {
            words.getBuffer().setLength(0);
            run(command, "--json");
            assertThat(JsonCodec.read(words.toString(), Map.class)).as(command).isNotEmpty();
        }
    }
}
