package cn.jianwang.retriage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.GridEvent;
import cn.jianwang.rulebook.Tier;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The same promises on both databases. */
class RetriageTest {

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

        private static final Duration LEASE = Duration.ofSeconds(20);
        private static final int EVENTS = 1_000;

        @TempDir
        private Path folder;
        private StoreUnderTest db;
        private Path current;
        private Path next;
        private Consumer<GridEvent> before;
        private Retriage retriage;

        abstract String url() throws IOException;

        @BeforeAll
        void open() throws IOException {
            db = new StoreUnderTest(url());
        }

        @AfterAll
        void close() {
            db.close();
        }

        /** A tenth holds 偷排, a tenth 污水, the rest nothing; all decided under release 1. */
        @BeforeEach
        void history() {
            for (String table : List.of("notification", "retriage_log", "retriage_failure", "retriage_change", "retriage_part", "retriage_key",
                    "retriage_run", "decision", "event")) {
                db.jdbc.sql("delete from " + table).update();
            }
            current = WordDecider.write(folder.resolve("rules"), "1", "偷排,A,GY01-001");
            next = WordDecider.write(folder.resolve("2"), "2", "污水,B,GY01-002");
            WordDecider decider = WordDecider.load(current);
            for (int i = 0; i < EVENTS; i++) {
                String word = i % 10 == 0 ? "偷排" : i % 10 == 1 ? "污水" : "路灯";
                db.store.triage(StoreUnderTest.event("%05d".formatted(i), "\"content\":\"%s第%d处\"".formatted(word, i)), decider);
            }
            before = event -> { };
            retriage = db.retriage(current, LEASE, event -> before.accept(event));
        }

        @AfterEach
        void end() {
            retriage.close();
        }

        private Run run(Request.Rules rules, boolean apply, Selection selection) throws InterruptedException {
            Run run = retriage.start(new Request(selection, rules, apply, false, "试一试", "张检", true, null));
            return retriage.work(run.id(), 2, progress -> { });
        }

        private Request.Rules candidate() {
            return new Request.Rules(null, next);
        }

        private long decisions() {
            return db.jdbc.sql("select count(*) from decision").query(Long.class).single();
        }

        private List<String> latest() {
            return db.jdbc.sql("select d.decision_json" + SelectionSql.FROM + " order by e.event_key").query(String.class).list();
        }

        private List<String> contents() {
            return latest().stream().map(json -> cn.jianwang.event.JsonCodec.read(json, Decision.class))
                    .map(d -> Depth.under(d, "", 0, null).toString()).toList();
        }

        @Test
        void aDryRunReportsAndWritesNoRevision() throws InterruptedException {
            List<String> kept = latest();
            Run run = run(candidate(), false, Selection.all());
            assertThat(run.status()).isEqualTo(Run.Status.DONE);
            assertThat(run).extracting(Run::total, Run::done, Run::changed, Run::failed).containsExactly(1000L, 1000L, 200L, 0L);
            assertThat(latest()).isEqualTo(kept);
            assertThat(decisions()).isEqualTo(EVENTS);
            assertThat(db.jdbc.sql("select count(*) from retriage_change where new_json is not null and new_revision is null")
                    .query(Long.class).single()).isEqualTo(200);
        }

        @Test
        void applyWritesARevisionOnlyWhereSomethingChangedAndRollbackBringsEveryDecisionBack() throws InterruptedException {
            List<String> former = contents();
            Run applied = run(candidate(), true, Selection.all());
            assertThat(applied.changed()).isEqualTo(200);
            assertThat(decisions()).isEqualTo(EVENTS + 200);
            assertThat(contents()).isNotEqualTo(former);
            assertThat(db.store.decisionsOf("QZ:00000")).extracting(Decision::revision, Decision::tier)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(1, Tier.A), org.assertj.core.groups.Tuple.tuple(2, Tier.D));
            assertThat(run(candidate(), true, Selection.all()).changed()).isZero();

            Run back = run(Request.Rules.CURRENT, true, Selection.all());
            assertThat(back.changed()).isEqualTo(200);
            assertThat(contents()).isEqualTo(former);
            assertThat(db.store.decisionsOf("QZ:00000")).extracting(d -> d.release().version()).containsExactly("1", "2", "1");
            assertThat(db.jdbc.sql("select run_id from decision where event_key = 'QZ:00000' order by revision")
                    .query(String.class).list()).containsExactly(null, applied.id(), back.id());
            assertThat(retriage.log(back.id())).extracting(LogEntry::action, LogEntry::actor).containsExactly(
                    org.assertj.core.groups.Tuple.tuple("开始", "张检"), org.assertj.core.groups.Tuple.tuple("完成", "检网"));
        }

        private List<String> notified() {
            return db.jdbc.sql("select idempotency_key from notification order by id").query(String.class).list();
        }

        private List<String> revisionsOf(String run) {
            return db.jdbc.sql("select id from decision where run_id = ?").param(run).query(String.class).list();
        }

        @Test
        void eachRevisionOfANotifyingRunIsPutIntoTheOutboxTogetherWithIt() throws InterruptedException {
            Retriage notifying = db.notifying(current, LEASE, event -> sleep());
            Run started = notifying.start(new Request(Selection.all(), candidate(), true, true, "试一试", "张检", true, null));
            List<Long> apart = new ArrayList<>();
            notifying.work(started.id(), 2, progress -> apart.add(db.jdbc.sql("select (select count(*) from decision where run_id is not null) - "
                    + "(select count(*) from notification)").query(Long.class).single()));
            assertThat(apart).hasSizeGreaterThan(1).containsOnly(0L);
            List<String> first = notified();
            assertThat(first).hasSize(200).containsExactlyInAnyOrderElementsOf(revisionsOf(started.id()));
            assertThat(notifying.log(started.id()).get(0).detail()).contains("写入新修订，通知平台");

            Run back = notifying.start(new Request(Selection.all(), Request.Rules.CURRENT, true, true, "", "张检", true, null));
            notifying.work(back.id(), 2, progress -> { });
            assertThat(notified()).hasSize(400).startsWith(first.toArray(String[]::new));
            assertThat(notified().subList(200, 400)).containsExactlyInAnyOrderElementsOf(revisionsOf(back.id()));

            run(candidate(), true, Selection.all());
            assertThat(notified()).as("nobody asked this time").hasSize(400);
            notifying.close();
        }

        private static void sleep() {
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Test
        void notificationsThatCouldNotBeDeliveredAreRefusedBeforeAnythingRuns() {
            assertThatThrownBy(() -> retriage.start(new Request(Selection.all(), candidate(), true, true, "", "张检", true, null)))
                    .isInstanceOf(RetriageException.class).hasMessageContainingAll("重判没有开始", "jianwang.notify.url", "config/application.yaml");
            try (Retriage notifying = db.notifying(current, LEASE, event -> { })) {
                assertThatThrownBy(() -> notifying.start(new Request(Selection.all(), candidate(), false, true, "", "张检", true, null)))
                        .isInstanceOf(RetriageException.class).hasMessageContainingAll("没有可通知的", "--apply");
            }
            assertThat(retriage.list(10)).isEmpty();
        }

        @Test
        void aPublishedReleaseIsFoundByItsVersionAndNoOther() throws InterruptedException {
            assertThat(run(new Request.Rules("2", null), false, Selection.all()).release().version()).isEqualTo("2");
            for (String wrong : List.of("3", "../2", ".", "2/mechanics")) {
                assertThatThrownBy(() -> run(new Request.Rules(wrong, null), false, Selection.all()))
                        .as(wrong).isInstanceOf(RetriageException.class).hasMessageContaining("没有已发布的规则版本");
            }
        }

        @Test
        void everyConditionNarrows() throws InterruptedException {
            WordDecider decider = WordDecider.load(current);
            db.store.triage(StoreUnderTest.event("r1", "\"content\":\"井盖\",\"reportTime\":\"2024-05-01T10:00:00+08:00\","
                    + "\"region\":{\"county\":\"330803000000\",\"town\":\"330803101000\"}"), decider);
            db.store.triage(StoreUnderTest.event("r2", "\"content\":\"井盖\",\"reportTime\":\"2024-06-01T00:00:00+08:00\","
                    + "\"region\":{\"county\":\"330822\"}"), decider);
            assertThat(selected(selection(Times.from("2024-05-01"), Times.to("2024-05-31"), null, null, null, null, null, null)))
                    .containsExactly("QZ:r1");
            assertThat(selected(selection(Times.from("2024-05-01T10:00:00+08:00"), Times.to("2024-06-01"), null, null, null, null,
                    null, null))).containsExactly("QZ:r1", "QZ:r2");
            assertThat(selected(selection(null, null, List.of("QZ"), null, null, null, null, null))).hasSize(EVENTS + 2);
            assertThat(selected(selection(null, null, List.of("Q_"), null, null, null, null, null))).isEmpty();
            assertThat(selected(selection(null, null, null, List.of("330803000000"), null, null, null, null)))
                    .hasSize(EVENTS / 10 + 1).contains("QZ:r1", "QZ:00000");
            assertThat(selected(selection(null, null, null, List.of("330803101", "330822"), null, null, null, null)))
                    .containsExactly("QZ:r1", "QZ:r2");
            assertThat(selected(selection(null, null, null, null, List.of(Tier.A, Tier.B), null, null, null))).hasSize(EVENTS / 10);
            assertThat(selected(selection(null, null, null, null, null, List.of("GY01"), null, null))).hasSize(EVENTS / 10);
            assertThat(selected(selection(null, null, null, null, null, List.of("GY0_", "%"), null, null))).isEmpty();
            assertThat(selected(selection(null, null, null, null, null, null, List.of("GY01-01"), null))).hasSize(EVENTS / 10);
            assertThat(selected(selection(null, null, null, null, null, null, null, List.of("1")))).hasSize(EVENTS + 2);
            assertThat(selected(selection(null, null, null, null, null, null, null, List.of("2")))).isEmpty();
            assertThat(selected(new Selection(null, null, null, null, null, null, null, null,
                    List.of("QZ:00007", "QZ:none", "QZ:00007", "QZ:r1")))).containsExactly("QZ:00007", "QZ:r1");
        }

        private Selection selection(java.time.OffsetDateTime from, java.time.OffsetDateTime to, List<String> sources,
                                    List<String> regions, List<Tier> tiers, List<String> domains, List<String> types,
                                    List<String> releases) {
            return new Selection(from, to, sources, regions, tiers, domains, types, releases, null);
        }

        /** The keys of the events that were judged. */
        private Set<String> selected(Selection selection) throws InterruptedException {
            Set<String> judged = java.util.Collections.synchronizedSet(new TreeSet<>());
            before = event -> judged.add(event.key());
            Run run = run(candidate(), false, selection);
            before = event -> { };
            assertThat(run.done()).isEqualTo(run.total()).isEqualTo(judged.size());
            return judged;
        }

        @Test
        void aTextThatBreaksTheEngineIsNotedAndTheRunGoesOn() throws InterruptedException {
            db.store.triage(StoreUnderTest.event("bad", "\"content\":\"没事\""), WordDecider.load(current));
            String json = db.store.event("QZ:bad").orElseThrow();
            db.jdbc.sql("update event set event_json = ? where event_key = 'QZ:bad'").param(json.replace("没事", "炸")).update();
            Run run = run(candidate(), true, Selection.all());
            assertThat(run).extracting(Run::done, Run::changed, Run::failed).containsExactly(1001L, 200L, 1L);
            assertThat(db.jdbc.sql("select event_key from retriage_failure where run_id = ?").param(run.id()).query(String.class)
                    .list()).containsExactly("QZ:bad");
            assertThat(db.store.decisionsOf("QZ:bad")).hasSize(1);
        }

        @Test
        void anEventThatChangesWhileItsPageIsJudgedIsJudgedAsItIsNow() throws InterruptedException {
            AtomicBoolean once = new AtomicBoolean();
            before = event -> {
                if (event.key().equals("QZ:00011") && once.compareAndSet(false, true)) {
                    db.store.triage(StoreUnderTest.event("00011", "\"content\":\"偷排，后来没事了\""), WordDecider.load(current));
                }
            };
            run(candidate(), true, Selection.all());
            List<Decision> kept = db.store.decisionsOf("QZ:00011");
            assertThat(kept).extracting(Decision::revision).containsExactly(1, 2, 3);
            assertThat(kept).extracting(Decision::tier).containsExactly(Tier.D, Tier.A, Tier.D);
            assertThat(kept.get(2).explanation()).containsExactly("共8字");
        }

        @Test
        void aPausedRunStandsStillAndGoesOnUnderTheRulesItBeganWith() throws Exception {
            AtomicInteger judged = new AtomicInteger();
            CountDownLatch some = new CountDownLatch(1);
            before = event -> {
                if (judged.incrementAndGet() == 310) {
                    some.countDown();
                }
            };
            retriage.serve(1);
            Run run = retriage.start(new Request(Selection.all(), candidate(), true, false, "", "张检", false, null));
            some.await(30, TimeUnit.SECONDS);
            Run paused = retriage.pause(run.id(), "李检");
            assertThat(paused.status()).isEqualTo(Run.Status.PAUSED);
            retriage.close();
            Run stands = retriage.find(run.id());
            assertThat(stands.done()).isLessThan(stands.total()).isGreaterThan(0);
            assertThatThrownBy(() -> retriage.pause(run.id(), "李检")).hasMessageContaining("已暂停，不能暂停");

            WordDecider.write(next, "2", "路灯,A,GY09-001");
            try (Retriage other = db.retriage(current, LEASE, event -> judged.incrementAndGet())) {
                other.resume(run.id(), "李检", false);
                Run done = other.work(run.id(), 2, progress -> { });
                assertThat(done).extracting(Run::status, Run::done, Run::changed)
                        .containsExactly(Run.Status.DONE, 1000L, 200L);
            }
            assertThat(decisions()).isEqualTo(EVENTS + 200);
            assertThat(retriage.log(run.id())).extracting(LogEntry::action).containsExactly("开始", "暂停", "继续", "完成");
        }

        @Test
        void aRunWhoseMechanicsAreNoLongerOnDiskStopsAndSaysWhy() throws Exception {
            Run run = retriage.start(new Request(Selection.all(), candidate(), true, false, "", "张检", true, null));
            Files.writeString(current.resolve("mechanics").resolve("words.drl"), "something else");
            try (Retriage other = db.retriage(current, LEASE, event -> { })) {
                Run stopped = other.work(run.id(), 1, progress -> { });
                assertThat(stopped.status()).isEqualTo(Run.Status.PAUSED);
                assertThat(stopped.problem()).contains("mechanics", "规则版本 2");
            }
            assertThat(decisions()).isEqualTo(EVENTS);
        }

        @Test
        void aCancelledRunNeverGoesOn() throws Exception {
            Run run = retriage.start(new Request(Selection.all(), candidate(), true, false, "", "张检", true, null));
            assertThat(retriage.cancel(run.id(), "李检").status()).isEqualTo(Run.Status.CANCELLED);
            assertThat(retriage.work(run.id(), 1, progress -> { }).done()).isZero();
            assertThatThrownBy(() -> retriage.resume(run.id(), "李检", true)).hasMessageContaining("已取消，不能继续");
            assertThatThrownBy(() -> retriage.find("none")).hasMessageContaining("没有编号为 none 的重判");
        }

        @Test
        void severalRunsAndSeveralProcessesWorkSideBySideWithoutDoingAnythingTwice() throws Exception {
            AtomicInteger judged = new AtomicInteger();
            before = event -> judged.incrementAndGet();
            try (Retriage other = db.retriage(current, LEASE, event -> judged.incrementAndGet())) {
                retriage.serve(2);
                other.serve(2);
                List<Run> started = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    started.add(retriage.start(new Request(Selection.all(), candidate(), false, false, "", "张检", false, null)));
                }
                for (Run run : started) {
                    while (!retriage.find(run.id()).status().ended()) {
                        Thread.sleep(50);
                    }
                    assertThat(retriage.find(run.id())).extracting(Run::done, Run::changed).containsExactly(1000L, 200L);
                }
            }
            assertThat(judged.get()).isEqualTo(3 * EVENTS);
        }

        @Test
        void whileARequestIsBeingAnsweredTheRunOnlyCreeps() throws Exception {
            AtomicInteger judged = new AtomicInteger();
            before = event -> judged.incrementAndGet();
            db.live.enter();
            retriage.serve(2);
            Run run = retriage.start(new Request(Selection.all(), candidate(), false, false, "", "张检", false, null));
            while (judged.get() == 0) {
                Thread.sleep(5);
            }
            Thread.sleep(500);
            assertThat(judged.get()).isBetween(2, 40);
            db.live.leave();
            assertThat(retriage.work(run.id(), 1, progress -> { }).done()).isEqualTo(EVENTS);
        }

        /** A worker freezes with a page in hand, another takes its part over, and the first wakes up. */
        @Test
        void aWorkerThatLostItsPartWritesNothing() throws Exception {
            CountDownLatch thaw = new CountDownLatch(1);
            CountDownLatch frozen = new CountDownLatch(1);
            before = event -> {
                frozen.countDown();
                try {
                    thaw.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            };
            Run run = retriage.start(new Request(Selection.all(), candidate(), true, false, "", "张检", false, null));
            retriage.serve(1);
            frozen.await(30, TimeUnit.SECONDS);
            assertThat(db.jdbc.sql("select count(*) from retriage_part").query(Long.class).single()).isEqualTo(7);
            db.jdbc.sql("update retriage_part set lease_until = ?").param(RunStore.now().minusSeconds(1)).update();
            try (Retriage other = db.retriage(current, LEASE, event -> { })) {
                assertThat(other.work(run.id(), 1, progress -> { }).done()).isEqualTo(EVENTS);
            }
            thaw.countDown();
            retriage.close();
            assertThat(retriage.find(run.id()).done()).isEqualTo(EVENTS);
            assertThat(decisions()).isEqualTo(EVENTS + 200);
        }

        @Test
        void theTallyAndTheAuditSampleDoNotDependOnHowTheWorkWasSplit() throws Exception {
            Run run = run(candidate(), false, Selection.all());
            Tally tally = new RunStore(db.jdbc, null, 1).tally(run.id());
            assertThat(tally.count("tier", "A", "D")).isEqualTo(100);
            assertThat(tally.count("tier", "D", "B")).isEqualTo(100);
            assertThat(tally.count("tier", "D", "D")).isEqualTo(800);
            assertThat(tally.count("push", "gained", "domain", "GY01")).isEqualTo(100);
            assertThat(tally.count("push", "lost", "rule", "GY01-001")).isEqualTo(100);
            assertThat(tally.count("push", "gained", "county", "330803")).isEqualTo(100);
            assertThat(tally.count("near", "new", "GY01-009", "多次反映")).isEqualTo(100);
            Lot lot = new Lot(run.seed());
            List<String> expected = db.jdbc.sql("select event_key from event").query(String.class).list().stream()
                    .filter(key -> Integer.parseInt(key.substring(3)) % 10 > 1).sorted(java.util.Comparator.comparing(lot::of))
                    .limit(Tally.AUDITED).toList();
            assertThat(tally.drawn()).extracting(Tally.Drawn::eventKey).containsExactlyElementsOf(expected);
        }
    }
}
