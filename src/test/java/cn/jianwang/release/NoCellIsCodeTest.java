package cn.jianwang.release;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.event.EventReader;
import cn.jianwang.event.GridEvent;
import cn.jianwang.rulebook.RuleLine;
import cn.jianwang.rulebook.RulesException;
import cn.jianwang.rulebook.SmallRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is written into a cell stays text: it is refused, or it is shown, and it never runs. */
class NoCellIsCodeTest {

    private static final String PROPERTY = "jianwang.cell.ran";
    /** What would run in Java, DRL, MVEL and SpEL, and a way out of a quoted text for each. */
    private static final List<String> CODE = List.of("System.setProperty(`jianwang.cell.ran`, `1`)", "`) ); System.setProperty(`jianwang.cell.ran`, `1`); //",
            "eval(System.setProperty(`jianwang.cell.ran`, `1`) == null)", "${T(java.lang.System).setProperty('jianwang.cell.ran','1')}",
            "#{T(java.lang.System).setProperty('jianwang.cell.ran','1')}", "`\nend\nrule `x` when then System.setProperty(`jianwang.cell.ran`, `1`); end\n");

    @TempDir
    private Path folder;

    private static GridEvent event() {
        return new EventReader().read("{\"sourceSystem\":\"YS\",\"sourceEventId\":\"1\",\"content\":\"黑水流进河里，鱼死了一片，打了三次电话没人管。\"}").event();
    }

    @Test
    void codeInAnyColumnOfAnyTableNeverRuns() throws IOException {
        Release base = Release.load(SmallRules.copyTo(folder.resolve("base")).root());
        SmallRules rules = SmallRules.copyTo(folder.resolve("rules"));
        Set<String> tried = new TreeSet<>();
        int accepted = 0;
        for (RuleLine line : RuleLine.readAll(rules.root())) {
            for (String column : line.cells().keySet()) {
                if (!tried.add(line.table() + " " + column)) {
                    continue;
                }
                for (String code : List.of(CODE.get(tried.size() % CODE.size()), CODE.get((tried.size() + 1) % CODE.size()))) {
                    accepted += loads(base, rules.root(), line, column, code.replace('`', '"')) ? 1 : 0;
                    assertThat(System.getProperty(PROPERTY)).as("%s %s：%s", line.table(), column, code).isNull();
                }
            }
        }
        assertThat(tried).hasSizeGreaterThan(150);
        assertThat(accepted).as("texts are texts").isPositive();
    }

    /** Puts the text into one cell, loads and decides; then puts the file back. */
    private static boolean loads(Release base, Path root, RuleLine line, String column, String text) throws IOException {
        Path file = root.resolve(line.file());
        String before = Files.readString(file);
        List<String> rows = before.lines().toList();
        List<String> header = List.of(rows.get(0).replace("\uFEFF", "").split(",", -1));
        List<String> cells = new ArrayList<>(List.of(rows.get(line.line() - 1).split(",", -1)));
        cells.set(header.indexOf(column), '"' + text.replace("\"", "\"\"") + '"');
        List<String> changed = new ArrayList<>(rows);
        changed.set(line.line() - 1, String.join(",", cells));
        Files.write(file, changed);
        try (Release release = base.loadNext(root)) {
            release.verdict(event());
            return true;
        } catch (RulesException refused) {
            return false;
        } finally {
            Files.writeString(file, before);
        }
    }
}
