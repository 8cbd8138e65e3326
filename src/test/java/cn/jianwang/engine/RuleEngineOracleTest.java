package cn.jianwang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.rulebook.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Drools and a plain-Java oracle must agree on random rows and facts. */
class RuleEngineOracleTest {

    private static final Mechanics MECHANICS = Mechanics.compile(Path.of("rules/mechanics"));
    private static final int WHOLE = 9;
    private static final List<String> FACTS = List.of("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛");

    @Test
    void enginesAgreeOnRandomRowsAndFacts() {
        Random random = new Random(20260101);
        for (int round = 0; round < 60; round++) {
            List<Row> rows = RandomRows.rows(random, FACTS, 40);
            try (RuleEngine engine = RuleEngine.of(MECHANICS, rows)) {
                for (int event = 0; event < 25; event++) {
                    List<RuleEngine.Situation> situations = new ArrayList<>();
                    for (int s = 0; s < 1 + random.nextInt(3); s++) {
                        situations.add(new RuleEngine.Situation(s, false, RandomRows.subset(random, FACTS, 5)));
                    }
                    situations.add(new RuleEngine.Situation(WHOLE, true, RandomRows.subset(random, FACTS, 5)));
                    assertThat(readable(engine.judge(situations))).as("行 %s，情形 %s", rows, situations)
                            .isEqualTo(readable(Oracle.judge(rows, situations)));
                }
            }
        }
    }

    /** What counts of the findings: in a segment without a lead the engine need not look at the other tables. */
    private static List<String> readable(Findings findings) {
        Set<Integer> counting = new HashSet<>(Set.of(WHOLE));
        findings.leads().forEach(h -> counting.add(h.situation()));
        findings.blocked().forEach(b -> counting.add(b.exclusion().situation()));
        List<String> lines = new ArrayList<>();
        findings.leads().forEach(h -> lines.add("线索 " + h.situation() + " " + h.row().id()));
        findings.held().stream().filter(h -> counting.contains(h.situation()))
                .forEach(h -> lines.add("成立 " + h.situation() + " " + h.row().id()));
        findings.struck().stream().filter(s -> counting.contains(s.situation()))
                .forEach(s -> lines.add("划去 " + s.situation() + " " + s.fact() + " " + s.row().id()));
        findings.blocked().forEach(b -> lines.add("挡住 " + b.exclusion().situation() + " " + b.exclusion().row().id() + " " + b.lead().id()));
        return lines;
    }
}
