package cn.jianwang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianwang.decision.Decider;
import cn.jianwang.decision.Decision;
import cn.jianwang.decision.ShadowHit;
import cn.jianwang.decision.Verdict;
import cn.jianwang.event.EventReader;
import cn.jianwang.event.GridEvent;
import cn.jianwang.event.JsonCodec;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same promises on both databases. */
class StoreTest {

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

        private final EventReader reader = new EventReader();
        private final FakeDecider decider = new FakeDecider();
        private ConfigurableApplicationContext first;
        private ConfigurableApplicationContext second;
        private DecisionStore store;
        private ApiKeys keys;

        abstract String url() throws IOException;

        @BeforeAll
        void start() throws IOException {
            String url = url();
            first = copy(url);
            second = copy(url);
            store = first.getBean(DecisionStore.class);
            keys = first.getBean(ApiKeys.class);
        }

        @AfterAll
        void close() {
            first.close();
            second.close();
        }

        private static ConfigurableApplicationContext copy(String url) {
            return new SpringApplicationBuilder(StoreConfiguration.class).web(WebApplicationType.NONE)
                    .run("--spring.datasource.url=" + url);
        }

        private GridEvent event(String id, String properties) {
            return reader.read("{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"%s\",%s}".formatted(id, properties)).event();
        }

        @Test
        void aDecisionIsKeptWithEveryByte() {
            Decision decision = store.triage(event("kept", "\"content\":\"偷排😀\\u0001\",\"reportTime\":\"2026-11-20T21:13:00.5+09:00\""), decider);
            assertThat(decision.revision()).isEqualTo(1);
            assertThat(store.decisionById(decision.decisionId())).contains(decision);
            assertThat(JsonCodec.write(store.decisionsOf("QZ:kept"))).isEqualTo("[" + JsonCodec.write(decision) + "]");
        }

        @Test
        void theLongestEventAndItsKeyFit() {
            GridEvent event = reader.read("{\"sourceSystem\":\"%s\",\"sourceEventId\":\"%s\",\"content\":\"%s\",\"note\":\"%s\"}"
                    .formatted("甲".repeat(100), "乙".repeat(200), "😀".repeat(10_000), "x".repeat(900_000))).event();
            Decision decision = store.triage(event, decider);
            assertThat(store.decision(event.key(), 1)).contains(decision);
            assertThat(store.event(event.key())).contains(JsonCodec.write(event));
        }

        @Test
        void theSameEventAgainIsNotDecidedAgain() {
            Decision once = store.triage(event("again", "\"content\":\"偷排\""), decider);
            int decided = decider.decided();
            Decision again = store.triage(event("again", "\"content\":\"偷排\",\"attachments\":[{\"name\":\"b.jpg\"}],\"note\":1"), decider);
            assertThat(again).isEqualTo(once);
            assertThat(decider.decided()).isEqualTo(decided);
            assertThat(store.decisionsOf("QZ:again")).hasSize(1);
            assertThat(store.event("QZ:again").orElseThrow()).contains("b.jpg");
        }

        @Test
        void changedTextHandlingOrRemindersMakeTheNextRevision() {
            store.triage(event("changed", "\"content\":\"没事\""), decider);
            store.triage(event("changed", "\"content\":\"偷排\""), decider);
            store.triage(event("changed", "\"content\":\"偷排\",\"handling\":[{\"org\":\"镇\",\"result\":\"退单\"}]"), decider);
            store.triage(event("changed", "\"content\":\"偷排\",\"handling\":[{\"org\":\"镇\",\"result\":\"退单\"}],\"urgeCount\":1"), decider);
            store.triage(event("changed", "\"content\":\"没事\""), decider);
            List<Decision> all = store.decisionsOf("QZ:changed");
            assertThat(all).extracting(Decision::revision).containsExactly(1, 2, 3, 4, 5);
            assertThat(all).extracting(Decision::decisionId).doesNotHaveDuplicates();
            assertThat(all).extracting(d -> d.tier().name()).containsExactly("D", "A", "A", "A", "D");
        }

        @Test
        void aFailedDecisionLeavesNoTrace() {
            assertThatThrownBy(() -> store.triage(event("broken", "\"content\":\"炸\""), decider))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(store.event("QZ:broken")).isEmpty();
            assertThat(store.triage(event("broken", "\"content\":\"好\""), decider).revision()).isEqualTo(1);
        }

        @Test
        void twoCopiesReceivingTheSameEventsAtOnceKeepEachRevisionOnce() throws Exception {
            List<DecisionStore> copies = List.of(store, second.getBean(DecisionStore.class));
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                for (int round = 0; round < 5; round++) {
                    String id = "race-" + round;
                    List<Callable<Decision>> senders = new ArrayList<>();
                    IntStream.range(0, 24).forEach(i -> senders.add(() -> copies.get(i % 2)
                            .triage(event(id, "\"content\":\"偷排\",\"urgeCount\":" + i / 8), decider)));
                    Set<Decision> answers = new HashSet<>();
                    for (Future<Decision> answer : threads.invokeAll(senders)) {
                        answers.add(answer.get());
                    }
                    List<Decision> kept = store.decisionsOf("QZ:" + id);
                    assertThat(kept).extracting(Decision::revision)
                            .containsExactlyElementsOf(IntStream.rangeClosed(1, kept.size()).boxed().toList());
                    assertThat(kept).containsExactlyInAnyOrderElementsOf(answers);
                }
            } finally {
                threads.shutdown();
            }
        }

        private static ReleaseAudit.Entry entry(String id, String detail) {
            return new ReleaseAudit.Entry(0, id, OffsetDateTime.parse("2026-11-20T21:13:00.123456+09:00"), "发布", "甲", "2026.11.1", "完成", detail);
        }

        @Test
        void theAuditLogKeepsEachEntryOnceAndShowsTampering() throws Exception {
            ReleaseAudit audit = first.getBean(ReleaseAudit.class);
            ReleaseAudit other = second.getBean(ReleaseAudit.class);
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Callable<Void>> writers = new ArrayList<>();
                IntStream.range(0, 40).forEach(i -> writers.add(() -> {
                    (i % 2 == 0 ? audit : other).add(entry("e" + i / 4, "第 " + i / 4 + " 条😀"));
                    return null;
                }));
                for (Future<Void> written : threads.invokeAll(writers)) {
                    written.get();
                }
            } finally {
                threads.shutdown();
            }
            assertThat(audit.last(100)).hasSize(10).extracting(ReleaseAudit.Entry::id).doesNotHaveDuplicates();
            assertThat(audit.last(100)).extracting(ReleaseAudit.Entry::seq).containsExactly(10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
            assertThat(audit.last(3)).hasSize(3);
            assertThat(audit.isIntact()).isTrue();
            JdbcClient jdbc = first.getBean(JdbcClient.class);
            String detail = jdbc.sql("select detail from release_audit where seq = 4").query(String.class).single();
            jdbc.sql("update release_audit set detail = '别的' where seq = 4").update();
            assertThat(audit.isIntact()).isFalse();
            jdbc.sql("update release_audit set detail = ? where seq = 4").param(detail).update();
            assertThat(audit.isIntact()).isTrue();
            jdbc.sql("delete from release_audit where seq = 10").update();
            assertThat(audit.isIntact()).isFalse();
        }

        @Test
        void whatRowsOnTrialWouldHaveDoneIsKeptBesideTheDecision() {
            ShadowLog log = first.getBean(ShadowLog.class);
            OffsetDateTime start = OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1);
            long before = log.since(start).decisions();
            List<List<ShadowHit>> shadows = List.of(
                    List.of(new ShadowHit("XS-1", List.of("档位 D→B", "新增线索 GY01-01"), false), new ShadowHit("XS-2", List.of(), false)),
                    List.of(new ShadowHit("XS-1", List.of("档位 D→B"), true)), List.of(new ShadowHit("XS-1", List.of(), false)), List.of());
            for (int i = 0; i < shadows.size(); i++) {
                List<ShadowHit> shadow = shadows.get(i);
                GridEvent event = event("shadow-" + i, "\"content\":\"没事\"");
                Decision kept = store.triage(event, new Decider() {
                    @Override
                    public Decision decide(GridEvent given) {
                        return decider.decide(given);
                    }

                    @Override
                    public Verdict verdict(GridEvent given) {
                        return new Verdict(decide(given), shadow, List.of());
                    }

                    @Override
                    public Decision.ReleaseId release() {
                        return decider.release();
                    }
                });
                assertThat(JsonCodec.write(kept)).doesNotContain("XS-");
            }
            ShadowLog.Report report = log.since(start);
            assertThat(report.decisions() - before).isEqualTo(4);
            assertThat(report.rows()).extracting(ShadowLog.RowReport::row).containsExactly("XS-1", "XS-2");
            ShadowLog.RowReport row = report.rows().get(0);
            assertThat(List.of(row.fired(), row.changed(), row.joint())).containsExactly(3L, 2L, 1L);
            assertThat(row.changes()).containsExactly(Map.entry("档位 D→B", 2L), Map.entry("新增线索 GY01-01", 1L));
            assertThat(row.samples()).hasSize(2);
            assertThat(report.rows().get(1).changed()).isZero();
            assertThat(log.since(OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(1)).rows()).isEmpty();
        }

        @Test
        void theLastRevisionStandsWithItsLastFeedback() {
            OffsetDateTime start = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
            Decision old = store.triage(event("standing", "\"content\":\"没事\""), decider);
            Decision now = store.triage(event("standing", "\"content\":\"偷排\""), decider);
            Feedbacks feedbacks = first.getBean(Feedbacks.class);
            feedbacks.add(old.decisionId(), new Feedback(true, null, null, null, null));
            feedbacks.add(now.decisionId(), new Feedback(false, false, null, Feedback.Reason.轻微, "第一次"));
            Feedbacks.Kept last = feedbacks.add(now.decisionId(), new Feedback(true, true, null, null, null));
            OffsetDateTime end = OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(1);
            List<StandingDecisions.Entry> standing = new ArrayList<>();
            first.getBean(StandingDecisions.class).forEachMade(start, end, standing::add);
            assertThat(standing).containsOnlyOnce(new StandingDecisions.Entry(now.decisionId(), "QZ:standing", "A"))
                    .noneMatch(entry -> entry.id().equals(old.decisionId()));
            assertThat(feedbacks.onDecisionsMade(start, end)).contains(last).filteredOn(f -> f.decisionId().equals(now.decisionId())).hasSize(1);
            assertThat(feedbacks.of(now.decisionId())).hasSize(2).last().isEqualTo(last);
            assertThat(feedbacks.of(now.decisionId()).get(0).reason()).isEqualTo(Feedback.Reason.轻微);
            assertThat(feedbacks.onDecisionsMade(end, end.plusDays(1))).isEmpty();
        }

        @Test
        void anUnknownEventHasNoDecisions() {
            assertThat(store.decisionsOf("QZ:none")).isEmpty();
            assertThat(store.decisionById("none")).isEmpty();
        }

        @Test
        void keysOpenUntilRevokedAndTheirSecretIsKeptNowhere() {
            assertThat(keys.anyInForce()).isFalse();
            ApiKeys.Issued issued = keys.add("衢江区平台", true);
            assertThat(keys.anyInForce()).isTrue();
            assertThat(keys.find(issued.secret())).get().satisfies(key -> {
                assertThat(key.name()).isEqualTo("衢江区平台");
                assertThat(key.internal()).isTrue();
                assertThat(key.createdAt()).isNotNull();
            });
            assertThat(keys.find(issued.secret() + "x")).isEmpty();
            assertThat(keys.list()).singleElement().satisfies(key -> {
                assertThat(key.id()).isEqualTo(issued.id());
                assertThat(key.toString()).doesNotContain(issued.secret());
            });
            assertThat(keys.revoke(issued.id())).isTrue();
            assertThat(keys.revoke(issued.id())).isFalse();
            assertThat(keys.find(issued.secret())).isEmpty();
            assertThat(keys.anyInForce()).isFalse();
            assertThat(keys.list()).singleElement().satisfies(key -> assertThat(key.revokedAt()).isNotNull());
        }
    }
}
