package cn.jianwang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.rulebook.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An engine that is closed while it judges neither fails nor leaves sessions behind in the mechanics that others share. */
class RuleEngineCloseTest {

    private static final List<String> FACTS = List.of("甲", "乙", "丙", "丁");
    private static final Mechanics MECHANICS = Mechanics.compile(Path.of("rules/mechanics"));

    @Test
    void judgingGoesOnWhileTheEngineIsClosedAndNoSessionStays() throws Exception {
        List<Row> rows = RandomRows.rows(new Random(7), FACTS, 40);
        List<RuleEngine.Situation> situations = List.of(new RuleEngine.Situation(0, false, Set.copyOf(FACTS)));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 20; round++) {
                RuleEngine engine = RuleEngine.of(MECHANICS, rows);
                Findings expected = engine.judge(situations);
                List<Future<Findings>> answers = IntStream.range(0, 40).mapToObj(i -> threads.submit(() -> engine.judge(situations))).toList();
                engine.close();
                for (Future<Findings> answer : answers) {
                    assertThat(answer.get()).isEqualTo(expected);
                }
            }
        } finally {
            threads.shutdown();
        }
        assertThat(MECHANICS.base().getKieSessions()).isEmpty();
    }
}
