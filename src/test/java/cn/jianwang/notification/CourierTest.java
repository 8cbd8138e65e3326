package cn.jianwang.notification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.EventReader;
import cn.jianwang.retriage.WordDecider;
import cn.jianwang.store.DecisionStore;
import cn.jianwang.store.StoreConfiguration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is promised of notifications, on both databases; time is a clock that the tests move on. */
class CourierTest {

    /** Stands still until it is told to go on. */
    private static final class FakeClock extends Clock {

        private volatile Instant now = Instant.parse("2020-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Nested
    class OnH2 extends Promises {

        @Override
        String url() {
            return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        }
    }

    @Nested
    class OnPostgres extends Promises {

        private EmbeddedPostgres postgres;

        @Override
        String url() throws IOException {
            postgres = EmbeddedPostgres.builder().start();
            return postgres.getJdbcUrl("postgres", "postgres");
        }

        @AfterAll
        void stop() throws IOException {
            postgres.close();
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Promises {

        private static final String RUN = "20200101-000000-0001";
        private static final Duration RETRY = Duration.ofSeconds(30);
        private static final int TRIES = 3;

        private final FakeClock clock = new FakeClock();
        private ConfigurableApplicationContext context;
        private JdbcClient jdbc;
        private WordDecider decider;
        private Platform platform;
        private Outbox outbox;

        abstract String url() throws IOException;

        @BeforeAll
        void open(@TempDir Path folder) throws IOException {
            context = new SpringApplicationBuilder(StoreConfiguration.class).web(WebApplicationType.NONE)
                    .run("--spring.datasource.url=" + url(), "--logging.level.root=ERROR");
            jdbc = context.getBean(JdbcClient.class);
            decider = WordDecider.load(WordDecider.write(folder.resolve("rules"), "2", "偷排,A,GY01-001"));
            jdbc.sql("insert into retriage_run (id, status, attended, apply, notify_platform, reason, started_by, release_version, release_sha256, "
                    + "rules_pin, selection_json, seed, created_at, resumed_at, resumed_from) values (?, 'DONE', true, true, true, '', '', '', '', '', "
                    + "'{}', '', ?, ?, 0)").params(RUN, now(), now()).update();
        }

        @AfterAll
        void close() {
            context.close();
        }

        @BeforeEach
        void nothingWaits() {
            jdbc.sql("delete from notification").update();
            jdbc.sql("update notification_pace set free_at = ?").param(now()).update();
            platform = new Platform(clock);
            outbox = new Outbox(jdbc, settings(2));
        }

        @AfterEach
        void stopPlatform() {
            platform.close();
        }

        private OffsetDateTime now() {
            return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        }

        private NotificationSettings settings(int perSecond) {
            return new NotificationSettings(platform.url(), "密", perSecond, TRIES, RETRY, Duration.ofSeconds(5));
        }

        private Courier courier() {
            return new Courier(outbox, settings(2), clock);
        }

        private Decision decision(String event, int revision) {
            return DecisionStore.revision(decider.decide(new EventReader().read(
                    "{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"%s\",\"content\":\"某厂张三偷排\"}".formatted(event)).event()), revision);
        }

        private List<String> put(int count) {
            List<Decision> decisions = IntStream.range(0, count).mapToObj(i -> decision("e" + i, 2)).toList();
            outbox.put(decisions, RUN, now());
            return decisions.stream().map(Decision::decisionId).toList();
        }

        /** Lets the clock go on as far as the courier waits, until nothing does. */
        private void deliver(Courier courier) {
            while (outbox.all().waiting() > 0) {
                clock.now = clock.now.plus(courier.step());
            }
        }

        private List<Duration> gaps() {
            List<Instant> times = platform.received().stream().map(Platform.Received::time).toList();
            return IntStream.range(1, times.size()).mapToObj(i -> Duration.between(times.get(i - 1), times.get(i))).toList();
        }

        @Test
        void theyAreDeliveredInOrderAndNoFasterThanConfigured() {
            List<String> keys = put(6);
            deliver(courier());
            assertThat(platform.keys()).isEqualTo(keys);
            assertThat(gaps()).hasSize(5).allSatisfy(gap -> assertThat(gap).isEqualTo(Duration.ofMillis(500)));
            assertThat(outbox.of(RUN)).isEqualTo(new Standing(0, 6, 0, List.of()));
        }

        @Test
        void theyCarryCodesOnlyAndASignatureOverTheirBytes() {
            put(1);
            deliver(courier());
            Platform.Received one = platform.received().get(0);
            JsonNode body = new JsonMapper().readTree(one.body());
            assertThat(body.propertyNames()).containsExactly("eventKey", "decisionId", "revision", "tier", "leadTypes", "release", "runId");
            assertThat(body.get("eventKey").stringValue()).isEqualTo("QZ:e0");
            assertThat(body.get("tier").stringValue()).isEqualTo("A");
            assertThat(body.get("leadTypes").get(0).stringValue()).isEqualTo("GY01-01");
            assertThat(body.get("release").get("version").stringValue()).isEqualTo("2");
            assertThat(body.get("runId").stringValue()).isEqualTo(RUN);
            assertThat(one.body()).doesNotContain("张三", "偷排");
            assertThat(one.mediaType()).startsWith("application/json");
            assertThat(one.signature()).isEqualTo(Signature.of("密", one.body().getBytes(StandardCharsets.UTF_8)));
        }

        @Test
        void aFailureIsTriedAgainUnderTheSameKeyAfterEverLongerWaits() {
            List<String> keys = put(1);
            platform.answers(one -> platform.received().size() < TRIES ? 500 : 200);
            deliver(courier());
            assertThat(platform.keys()).containsExactly(keys.get(0), keys.get(0), keys.get(0));
            assertThat(gaps().get(0)).isBetween(RETRY, RETRY.plusSeconds(2));
            assertThat(gaps().get(1)).isBetween(RETRY.multipliedBy(2), RETRY.multipliedBy(2).plusSeconds(2));
            assertThat(outbox.of(RUN)).isEqualTo(new Standing(0, 1, 0, List.of()));
        }

        @Test
        void oneThatIsRefusedTooOftenIsGivenUpShownAndSentAgainWhenAsked() {
            List<String> keys = put(2);
            platform.answers(one -> one.key().equals(keys.get(0)) ? 503 : 200);
            deliver(courier());
            assertThat(platform.keys()).filteredOn(keys.get(0)::equals).hasSize(TRIES);
            assertThat(platform.keys()).filteredOn(keys.get(1)::equals).hasSize(1);
            Standing standing = outbox.of(RUN);
            assertThat(standing).extracting(Standing::waiting, Standing::delivered, Standing::givenUp).containsExactly(0L, 1L, 1L);
            assertThat(standing.failures()).singleElement().satisfies(failure -> {
                assertThat(failure.eventKey()).isEqualTo("QZ:e0");
                assertThat(failure.attempts()).isEqualTo(TRIES);
                assertThat(failure.lastError()).isEqualTo("对方应答 503");
            });
            platform.answers(one -> 200);
            outbox.retry(RUN, now());
            deliver(courier());
            assertThat(platform.keys()).last().isEqualTo(keys.get(0));
            assertThat(outbox.of(RUN)).isEqualTo(new Standing(0, 2, 0, List.of()));
        }

        @Test
        void aPlatformThatIsAwayIsAFailureLikeAnyOther() {
            put(1);
            platform.close();
            courier().step();
            assertThat(outbox.of(RUN).failures()).singleElement().satisfies(failure -> {
                assertThat(failure.lastError()).isEqualTo("连不上或没有应答：ConnectException");
                assertThat(failure.status()).isEqualTo("WAITING");
            });
        }

        @Test
        void ofOneEventALaterOneNeverOvertakesAnEarlierOne() {
            Decision earlier = decision("e", 2);
            Decision later = decision("e", 3);
            Decision other = decision("f", 2);
            outbox.put(List.of(earlier, later, other), RUN, now());
            platform.answers(one -> platform.received().size() == 1 ? 500 : 200);
            deliver(courier());
            assertThat(platform.keys()).containsExactly(earlier.decisionId(), other.decisionId(), earlier.decisionId(), later.decisionId());
        }

        @Test
        void afterARestartItGoesOnWhereItWas() {
            List<String> keys = put(5);
            try (Courier first = courier()) {
                while (platform.received().size() < 2) {
                    clock.now = clock.now.plus(first.step());
                }
            }
            outbox = new Outbox(jdbc, settings(2));
            deliver(courier());
            assertThat(platform.keys()).isEqualTo(keys);
        }

        @Test
        void oneWhoseSenderDiedIsSentAgainLaterUnderTheSameKey() {
            List<String> keys = put(1);
            assertThat(outbox.claim(outbox.next(now()).orElseThrow(), now())).isTrue();
            Courier courier = courier();
            courier.step();
            assertThat(platform.received()).as("somebody may still be sending it").isEmpty();
            clock.now = clock.now.plus(RETRY).plusSeconds(11);
            deliver(courier);
            assertThat(platform.keys()).isEqualTo(keys);
        }

        @Test
        void severalCopiesOfTheServiceTogetherSendEachOnceAndKeepThePace() throws InterruptedException {
            jdbc.sql("update notification_pace set free_at = ?").param(OffsetDateTime.now(ZoneOffset.UTC)).update();
            List<String> keys = put(20);
            long start = System.nanoTime();
            try (Courier one = new Courier(new Outbox(jdbc, settings(40)), settings(40), Clock.systemUTC());
                    Courier two = new Courier(new Outbox(jdbc, settings(40)), settings(40), Clock.systemUTC())) {
                one.start();
                two.start();
                while (outbox.all().waiting() > 0) {
                    Thread.sleep(10);
                }
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(19 * 25));
            assertThat(platform.keys()).containsExactlyInAnyOrderElementsOf(keys);
        }
    }
}
