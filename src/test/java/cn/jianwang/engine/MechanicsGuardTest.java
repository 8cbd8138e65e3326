package cn.jianwang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianwang.rulebook.Problem;
import cn.jianwang.rulebook.RulesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mechanics reach nothing but what the engine gives them. */
class MechanicsGuardTest {

    private static final String HEAD = "package cn.jianwang.mechanics\nimport cn.jianwang.engine.Seen\nimport cn.jianwang.engine.Journal\n"
            + "global Journal journal\nrule \"测试\"\nwhen\n    Seen( $where : situation )\nthen\n    ";
    private static final int CONSEQUENCE = 9;

    @TempDir
    private Path folder;

    private static List<Problem> check(String drl) {
        return MechanicsGuard.check("mechanics/x.drl", drl);
    }

    private static List<Problem> consequence(String code) {
        return check(HEAD + code + "\nend\n");
    }

    @Test
    void theShippedMechanicsPass() throws IOException {
        assertThat(Mechanics.inspect(Path.of("rules/mechanics"))).isEmpty();
        assertThat(check(Files.readString(Path.of("rules/mechanics/triage.drl")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Runtime.getRuntime().exec(\"id\");", "java.lang.Runtime.getRuntime();", "new ProcessBuilder(\"id\").start();", "System.exit(0);",
        "\"\".getClass();", "Seen.class.getName();", "drools.getKieRuntime();", "drools.getProjectClassLoader();",
        "kcontext.getKieRuntime();", "Thread.sleep(1);", "new java . io . File(\"x\");", "\\u0052untime.getRuntime();",
        "String s = \"\"\"\n\" + Runtime.getRuntime() + \"\"\";", "/* \" */ Runtime.getRuntime(); // \"",
        "journal.lead( 0, null ); } static { Runtime.getRuntime(); "})
    void codeThatReachesFurtherIsRefused(String code) {
        assertThat(consequence(code)).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("M01");
            assertThat(problem.file()).isEqualTo("mechanics/x.drl");
            assertThat(problem.line()).isBetween(CONSEQUENCE, CONSEQUENCE + 1);
            assertThat(problem.mend()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "import java.lang.Runtime\n", "import static java.lang.Runtime.getRuntime\n", "import function java.lang.System.exit\n",
        "import cn.jianwang.engine.*\n", "import java.io.File;\n", "global java.io.File file\n", "dialect \"mvel\"\n", "function void f() { }\n",
        "declare X end\n", "query q end\n", "rule r when eval( true ) then end\n", "rule r when Seen() from x then end\n",
        "rule r when Seen( fact == System.getenv( \"x\" ) ) then end\n", "package x.y\n"})
    void whatIsNotOnTheListIsRefusedWithItsLine(String line) {
        assertThat(check("package cn.jianwang.mechanics\nimport cn.jianwang.engine.Seen\n" + line)).isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.line()).isEqualTo(3));
    }

    @Test
    void commentsAndTextsMaySayAnything() {
        assertThat(consequence("// Runtime.getRuntime() 不许用\n /* System\n exit */ journal.lead( $where, null );")).isEmpty();
        assertThat(check("package cn.jianwang.mechanics\nimport cn.jianwang.engine.Seen\nrule \"System.exit\" when Seen( fact == \"Runtime\" ) then end"))
                .isEmpty();
    }

    @Test
    void aFolderWithAForbiddenFileIsNotCompiled() throws IOException {
        Files.writeString(folder.resolve("a.drl"), HEAD + "System.exit(3);\nend\n");
        assertThatThrownBy(() -> Mechanics.compile(folder)).isInstanceOf(RulesException.class)
                .hasMessageContainingAll("mechanics/a.drl", "文本第 9 行", "System.exit", "怎么改");
    }

    @Test
    void whatDoesNotCompileIsToldWithFileAndLine() throws IOException {
        Files.writeString(folder.resolve("a.drl"), HEAD + "journal.unknown( $where );\nend\n");
        assertThatThrownBy(() -> Mechanics.compile(folder)).isInstanceOf(RulesException.class)
                .hasMessageContainingAll("mechanics/a.drl", "[M02 引擎机制编译不通过]", "unknown");
    }

    @Test
    void anEmptyFolderIsRefused() {
        assertThatThrownBy(() -> Mechanics.compile(folder)).isInstanceOf(RulesException.class).hasMessageContaining("没有找到 mechanics/*.drl");
    }

    @Test
    void theSameFilesAreNotCompiledTwice() throws IOException {
        Path shipped = Path.of("rules/mechanics");
        Mechanics once = Mechanics.compile(shipped);
        assertThat(once.orCompiled(shipped)).isSameAs(once);
        Files.writeString(folder.resolve("triage.drl"), Files.readString(shipped.resolve("triage.drl")) + "\n// 另一版\n");
        assertThat(once.orCompiled(folder)).isNotSameAs(once);
    }
}
