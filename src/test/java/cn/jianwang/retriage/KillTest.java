package cn.jianwang.retriage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Kills the process that works on a run, at random moments, and lets the next one go on: in the end every row is as if
 * nothing had happened. {@code -Djianwang.kills=10} kills more often.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("jianwang.kills", 2);
    private static final int EVENTS = 3_000;

    @TempDir
    private Path folder;

    @Test
    void everyRowIsAsWithoutTheKillsOnH2() throws Exception {
        compare("jdbc:h2:file:" + folder.resolve("undisturbed"), "jdbc:h2:file:" + folder.resolve("killed"));
    }

    @Test
    void everyRowIsAsWithoutTheKillsOnPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            JdbcClient.create(postgres.getPostgresDatabase()).sql("create database killed").update();
            compare(postgres.getJdbcUrl("postgres", "postgres"), postgres.getJdbcUrl("postgres", "killed"));
        }
    }

    private void compare(String undisturbedUrl, String killedUrl) throws Exception {
        Path rules = WordDecider.write(folder.resolve("rules"), "1", "偷排,A,GY01-001");
        Path next = WordDecider.write(folder.resolve("2"), "2", "污水,B,GY01-002", "偷排,B,GY01-001");
        String undisturbed = start(undisturbedUrl, rules, next);
        List<String> expected = finish(undisturbedUrl, rules, undisturbed);
        String killed = start(killedUrl, rules, next);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int kills = 0;
        for (int i = 1; i <= KILLS; i++) {
            long after = (long) EVENTS * i / (KILLS + 1) - random.nextInt(EVENTS / (KILLS + 1));
            kills += KilledProcess.workAndDie(killedUrl, rules, killed, after, random.nextInt(60)) ? 1 : 0;
        }
        assertThat(kills).as("kills that found it at work, seed %d", seed).isGreaterThanOrEqualTo(KILLS - KILLS / 5);
        assertThat(finish(killedUrl, rules, killed)).as("seed %d", seed).isEqualTo(expected);
    }

    private static String start(String url, Path rules, Path next) {
        try (StoreUnderTest db = new StoreUnderTest(url); Retriage retriage = db.retriage(rules, KilledProcess.LEASE, event -> { })) {
            WordDecider decider = WordDecider.load(rules);
            for (int i = 0; i < EVENTS; i++) {
                String word = i % 7 == 0 ? "偷排" : i % 7 == 1 ? "污水" : "路灯";
                db.store.triage(StoreUnderTest.event("%05d".formatted(i), "\"content\":\"%s第%d处\"".formatted(word, i)), decider);
            }
            return retriage.start(new Request(Selection.all(), new Request.Rules(null, next), true, false, "", "张检", true, "种子")).id();
        }
    }

    /** Lets the run end, and returns every row that it left. */
    private static List<String> finish(String url, Path rules, String id) throws InterruptedException {
        try (StoreUnderTest db = new StoreUnderTest(url); Retriage retriage = db.retriage(rules, Duration.ofSeconds(20), event -> { })) {
            Run run = retriage.work(id, 2, progress -> { });
            assertThat(run).extracting(Run::status, Run::total, Run::done).containsExactly(Run.Status.DONE, (long) EVENTS, (long) EVENTS);
            List<String> rows = new ArrayList<>();
            for (String sql : List.of("select id, event_key, revision, tier, urgency, release_version, decision_json, "
                            + "run_id is null live from decision order by event_key, revision",
                    "select event_key, old_revision, new_revision, depth, old_tier, new_tier, pick, new_json from retriage_change "
                            + "order by event_key",
                    "select part, to_key, last_key, total, handled, changed, failed, finished, tally_json from retriage_part order by part")) {
                db.jdbc.sql(sql).query().listOfRows().forEach(row -> rows.add(row.values().toString()));
            }
            return rows;
        }
    }
}
