package cn.jianwang.web;

import cn.jianwang.decision.Decider;
import cn.jianwang.event.Incident;
import cn.jianwang.release.DamagedReleaseException;
import cn.jianwang.release.Journal;
import cn.jianwang.release.PublishedRelease;
import cn.jianwang.release.Publisher;
import cn.jianwang.release.Release;
import cn.jianwang.release.ReleaseShelf;
import cn.jianwang.release.Serving;
import cn.jianwang.release.Starting;
import cn.jianwang.release.Submission;
import cn.jianwang.rulebook.RulesException;
import cn.jianwang.store.ReleaseAudit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/**
 * Serves the active release and changes to another one while it goes on deciding. Whatever fails leaves the last good
 * release serving. It follows the shelf too, so that what the command line publishes or rolls back serves within
 * seconds.
 */
final class SwappingRelease implements ServingRelease, SmartLifecycle {

    /** Before the web server, so that the port opens when the rules are there. */
    private static final int PHASE = 0;
    private static final long POLL_MILLIS = 500;
    private static final int PATIENCE = 60;
    private static final Logger LOG = LoggerFactory.getLogger(SwappingRelease.class);

    private final RuleLoading loading;
    private final ReleaseSettings settings;
    private final ReleaseShelf shelf;
    private final Journal journal;
    private final Publisher publisher;
    private final ObjectProvider<ReleaseAudit> audit;
    private final FolderWatch watch;
    private final Counter swaps;
    private final ScheduledExecutorService follower = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rules-following");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Serving serving;
    private volatile String failure;
    private volatile boolean running;
    private long journalSize = -1;
    private String refusedVersion = "";
    private int pollsSinceRefusal;

    SwappingRelease(RuleLoading loading, ReleaseSettings settings, ReleaseShelf shelf, Journal journal, Publisher publisher,
                    ObjectProvider<ReleaseAudit> audit, MeterRegistry meters) {
        this.loading = loading;
        this.settings = settings;
        this.shelf = shelf;
        this.journal = journal;
        this.publisher = publisher;
        this.audit = audit;
        this.watch = settings.watch() ? new FolderWatch(settings.rules()) : null;
        this.swaps = Counter.builder("jianwang.release.swaps").description("换用规则版本的次数").register(meters);
    }

    @Override
    public Decider decider() {
        return serving().release();
    }

    @Override
    public Lease lease() {
        Serving.Lease lease = serving().lease();
        return new Lease(lease.release(), lease::close);
    }

    @Override
    public Optional<String> lastFailure() {
        return Optional.ofNullable(failure);
    }

    ReleaseShelf shelf() {
        return shelf;
    }

    private Serving serving() {
        Serving ready = serving;
        return ready == null ? first() : ready;
    }

    private synchronized Serving first() {
        if (serving == null) {
            Starting starting = loading.join();
            failure = starting.failure().orElse(null);
            serving = new Serving(starting.release());
        }
        return serving;
    }

    /**
     * Publishes the working folder.
     *
     * @param activate whether it serves at once
     * @throws DamagedReleaseException where somebody else is publishing
     */
    synchronized Publisher.Outcome publish(Submission submission, boolean activate, String actor) {
        Publisher.Outcome outcome = publisher.publish(settings.rules(), settings.cases(), submission, actor, !activate, serving().release());
        if (outcome.published() && activate) {
            serve(outcome.loaded());
        } else if (outcome.published()) {
            outcome.loaded().close();
        }
        takeOverJournal();
        return outcome;
    }

    /**
     * Makes a published release serve.
     *
     * @param action 启用 or 回滚
     * @throws DamagedReleaseException where it cannot be used; the last good one goes on serving
     * @throws RulesException          the same
     */
    synchronized PublishedRelease activate(String version, String action, String reason, String actor) {
        try {
            PublishedRelease release = shelf.verified(version);
            Release next = serving().release().loadNext(release.rules());
            shelf.activate(version);
            serve(next);
            journal.done(action, actor, version, reason);
            return release;
        } catch (DamagedReleaseException | RulesException refused) {
            journal.refused(action, actor, version, refused.getMessage());
            failure = action + "版本 " + version + " 失败：" + refused.getMessage();
            throw refused;
        } finally {
            takeOverJournal();
        }
    }

    private void serve(Release next) {
        serving().swap(next);
        failure = null;
        refusedVersion = "";
        swaps.increment();
        LOG.info("现用规则版本 {}", next.release().version());
    }

    private void follow() {
        try {
            if (watch == null) {
                followShelf();
            } else {
                followFolder();
            }
            takeOverJournal();
        } catch (RuntimeException unexpected) {
            failure = "跟随规则变化时出错，事故编号 " + Incident.log(unexpected);
        }
    }

    private synchronized void followShelf() {
        String wanted = shelf.active().orElse("");
        if (wanted.isEmpty() || wanted.equals(serving().release().release().version())) {
            return;
        }
        if (wanted.equals(refusedVersion) && pollsSinceRefusal++ < PATIENCE) {
            return;
        }
        try {
            serve(serving().release().loadNext(shelf.verified(wanted).rules()));
        } catch (DamagedReleaseException | RulesException refused) {
            refusedVersion = wanted;
            pollsSinceRefusal = 0;
            failure = "版本 " + wanted + " 用不了：" + refused.getMessage();
            LOG.warn("{}", failure);
        }
    }

    private synchronized void followFolder() {
        if (!watch.hasSettledAnew()) {
            return;
        }
        try {
            serve(serving().release().loadNext(settings.rules()));
        } catch (RulesException refused) {
            failure = "规则文件夹有误：" + refused.getMessage();
            LOG.warn("{}", failure);
        }
    }

    private synchronized void takeOverJournal() {
        long size = journal.size();
        if (size != journalSize) {
            ReleaseAudit log = audit.getObject();
            journal.entries().forEach(e -> log.add(new ReleaseAudit.Entry(0, e.id(), e.at(), e.action(), e.actor(), e.version(), e.outcome(),
                    e.detail())));
            journalSize = size;
        }
    }

    @Override
    public void start() {
        serving();
        LOG.info("规则版本 {}{}", decider().release().version(), settings.watch() ? "（开发模式：跟随文件变化）" : "");
        follower.scheduleWithFixedDelay(this::follow, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
        running = true;
    }

    @Override
    public void stop() {
        follower.shutdown();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
