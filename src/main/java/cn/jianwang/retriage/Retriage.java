package cn.jianwang.retriage;

import cn.jianwang.decision.Decider;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.notification.Outbox;
import cn.jianwang.notification.Standing;
import cn.jianwang.store.DecisionStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts re-triage runs over the store, steers them, works on them and tells how they stand. Safe for many threads. */
public final class Retriage implements AutoCloseable {

    /** Something that can be written. */
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final long LOOK_MILLIS = 250;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NAME = 100;

    private final RunStore runs;
    private final PartStore parts;
    private final PinnedRules rules;
    private final LiveTraffic live;
    private final ChangeCauses causes;
    private final Changes changes;
    private final Outbox outbox;
    private final SecureRandom random = new SecureRandom();
    private volatile Workers workers;

    /**
     * Makes the service; it works on nothing yet.
     *
     * @param source where rules are found
     * @param loader loads a rules folder
     * @param live   what goes before re-triage
     * @param causes finds out which edits make decisions change
     * @param outbox where notifications are put
     * @param tuning how the work is cut
     */
    public Retriage(JdbcClient jdbc, PlatformTransactionManager transactions, DecisionStore decisions, RuleSource source,
                    Function<Path, Decider> loader, LiveTraffic live, ChangeCauses causes, Outbox outbox, Tuning tuning) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        this.runs = new RunStore(jdbc, transaction, tuning.part());
        this.parts = new PartStore(jdbc, transaction, decisions, outbox, tuning);
        this.rules = new PinnedRules(jdbc, transaction, source, loader);
        this.live = live;
        this.causes = causes;
        this.outbox = outbox;
        this.changes = new Changes(jdbc);
    }

    /**
     * Starts a run. The rules are loaded and fixed before this returns; events are picked afterwards.
     *
     * @throws RetriageException where there are no such rules, the words are too long, or notifications could not be delivered
     * @throws cn.jianwang.rulebook.RulesException where the rules are not sound
     */
    public Run start(Request request) {
        if (request.reason().length() > LONGEST_REASON || request.by().length() > LONGEST_NAME) {
            throw new RetriageException(RetriageException.Kind.INVALID,
                    "事由不能超过 " + LONGEST_REASON + " 字，经办人不能超过 " + LONGEST_NAME + " 字");
        }
        if (request.notifyPlatform()) {
            checkNotifiable(request);
        }
        PinnedRules.Pinned pinned = rules.pin(request.rules());
        String id = DAY.format(RunStore.now().atZoneSameInstant(BEIJING)) + "-" + "%04x".formatted(random.nextInt(1 << 16));
        runs.create(id, request, pinned);
        wake();
        return find(id);
    }

    private void checkNotifiable(Request request) {
        if (!request.apply()) {
            throw new RetriageException(RetriageException.Kind.INVALID, "只报告的重判不改判定，没有可通知的；要通知平台，须同时写入新修订（命令行 --apply，接口 apply 为 true）");
        }
        outbox.obstacle().ifPresent(obstacle -> {
            throw new RetriageException(RetriageException.Kind.REFUSED, "不能通知平台，重判没有开始：" + obstacle);
        });
    }

    /** @throws RetriageException where there is no such run */
    public Run find(String id) {
        return runs.find(id).orElseThrow(() -> new RetriageException(RetriageException.Kind.UNKNOWN,
                "没有编号为 " + id + " 的重判"));
    }

    /** The latest runs first. */
    public List<Run> list(int most) {
        return runs.list(most);
    }

    /** Unattended runs that go on by themselves, oldest first. */
    public List<Run> active() {
        return runs.active(false);
    }

    /** What was done with a run, in order. */
    public List<LogEntry> log(String id) {
        return runs.log(find(id).id());
    }

    /** How the notifications of a run stand. */
    public Standing notifications(String id) {
        return outbox.of(find(id).id());
    }

    /** Tries those anew that were given up. */
    public Standing retryNotifications(String id, String by) {
        long givenUp = notifications(id).givenUp();
        check(find(id), "重发通知：没有放弃的通知", givenUp > 0);
        outbox.retry(id, RunStore.now());
        runs.note(id, by, "重发通知", "放弃的 %d 条重新发送".formatted(givenUp));
        return notifications(id);
    }

    /** Writes report.html, report.json, report.xlsx and changes.csv into a folder. */
    public void report(String id, Path folder) throws IOException {
        Report report = report(id);
        ReportFiles.write(folder, report, consumer -> changes.each(report.run().id(), consumer));
    }

    /** The report as a page. */
    public String page(String id) {
        return HtmlReport.of(report(id));
    }

    /** The report as JSON. */
    public String json(String id) {
        return JsonCodec.write(report(id).summary());
    }

    /** The report as a workbook with every change in it, ready to be written. */
    public Writing workbook(String id) {
        Report report = report(id);
        return out -> ReportWorkbook.write(out, report, consumer -> changes.each(report.run().id(), consumer));
    }

    /** Every change, as CSV. */
    public void csv(String id, OutputStream out) throws IOException {
        Run run = find(id);
        ReportFiles.csv(out, consumer -> changes.each(run.id(), consumer));
    }

    private Report report(String id) {
        Run run = find(id);
        Tally tally = runs.tally(id);
        List<Report.Sample> samples = changes.samples(id);
        List<ChangeCauses.Cause> found = causes.of(run, samples.stream().flatMap(sample -> sample.changes().stream()).toList());
        return new Report(run, SelectionWords.of(run.selection()), run.apply() ? "有变化的已写成新修订" + (run.notifyPlatform() ? "，并通知平台" : "") : "只报告，未写入", runs.log(id), tally, samples, changes.failures(id), changes.audit(tally), found,
                Names.of(rules.open(runs.pin(id), run.release())));
    }

    /** Stops a run behind the pages that are being judged; nothing is lost. */
    public Run pause(String id, String by) {
        return move(id, by, "暂停", Run.Status.PAUSED, status -> status.active());
    }

    /** Takes a run up where it stood. @param attended whether only this process works on it */
    public Run resume(String id, String by, boolean attended) {
        Run run = find(id);
        if (run.status().active() && runs.attended(id)) {
            steer(run, run.status(), attended, by, "接手");
        } else {
            check(run, "继续", run.status() == Run.Status.PAUSED);
            steer(run, run.total() == 0 && run.done() == 0 && !parts.cut(id) ? Run.Status.PREPARING : Run.Status.RUNNING, attended,
                    by, "继续");
        }
        wake();
        return find(id);
    }

    /** Ends a run for good. Revisions that it has written stay; judging again by the old release takes them back. */
    public Run cancel(String id, String by) {
        return move(id, by, "取消", Run.Status.CANCELLED, status -> !status.ended());
    }

    private Run move(String id, String by, String action, Run.Status to, java.util.function.Predicate<Run.Status> from) {
        Run run = find(id);
        check(run, action, from.test(run.status()));
        steer(run, to, runs.attended(id), by, action);
        return find(id);
    }

    private static void check(Run run, String action, boolean possible) {
        if (!possible) {
            throw new RetriageException(RetriageException.Kind.REFUSED,
                    "重判 %s %s，不能%s".formatted(run.id(), run.status().title(), action));
        }
    }

    private void steer(Run run, Run.Status to, boolean attended, String by, String action) {
        if (!runs.move(run, to, attended, by, action, "已判 %d 件，共 %d 件".formatted(run.done(), run.total()))) {
            throw new RetriageException(RetriageException.Kind.REFUSED, "重判 " + run.id() + " 刚刚变了状态，请看过再试");
        }
    }

    /** Works on every unattended run from now on, with this many threads, until closed. */
    public void serve(int threads) {
        workers = new Workers(runs, parts, rules, live, () -> runs.active(false));
        workers.start(threads);
    }

    /** Works on one run until it ends or is paused, and tells how it goes on. */
    public Run work(String id, int threads, Consumer<Run> progress) throws InterruptedException {
        Run run = find(id);
        try (Workers own = new Workers(runs, parts, rules, live,
                () -> runs.find(id).filter(one -> one.status().active()).stream().toList())) {
            own.start(threads);
            for (; run.status().active(); run = find(id)) {
                progress.accept(run);
                Thread.sleep(LOOK_MILLIS);
            }
        }
        return find(id);
    }

    private void wake() {
        Workers serving = workers;
        if (serving != null) {
            serving.wake();
        }
    }

    @Override
    public void close() {
        if (workers != null) {
            workers.close();
        }
    }
}
