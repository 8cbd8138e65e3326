package cn.jianwang.retriage;

import cn.jianwang.decision.Decider;
import cn.jianwang.event.Incident;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Threads that work on runs. Each takes a part, goes through it page by page, and takes the next one from the run that has
 * the fewest workers, so that several runs get on side by side. Any number of processes may do so against one database.
 */
final class Workers implements AutoCloseable {

    private static final long IDLE_MILLIS = 500;
    private static final int ATTEMPTS = 5;

    private final RunStore runs;
    private final PartStore parts;
    private final PinnedRules rules;
    private final LiveTraffic live;
    private final Supplier<List<Run>> scope;
    private final Map<String, AtomicInteger> busy = new ConcurrentHashMap<>();
    private final Set<String> cutting = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    /** @param scope the runs to work on, as they stand at the moment */
    Workers(RunStore runs, PartStore parts, PinnedRules rules, LiveTraffic live, Supplier<List<Run>> scope) {
        this.runs = runs;
        this.parts = parts;
        this.rules = rules;
        this.live = live;
        this.scope = scope;
    }

    void start(int count) {
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(this::work, "retriage-" + (i + 1));
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Looks for work at once, in place of at the next look. */
    synchronized void wake() {
        notifyAll();
    }

    /** Every worker ends behind the page it is at. */
    @Override
    public void close() {
        closed = true;
        wake();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void work() {
        while (!closed) {
            boolean worked = false;
            try {
                worked = workOnce();
            } catch (DataAccessException e) {
                Incident.log(e);
            }
            if (!worked) {
                idle();
            }
        }
    }

    private synchronized void idle() {
        try {
            if (!closed) {
                wait(IDLE_MILLIS);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private boolean workOnce() {
        List<Run> active = new ArrayList<>(scope.get());
        active.sort(Comparator.comparingInt(run -> busy(run.id()).get()));
        for (Run run : active) {
            busy(run.id()).incrementAndGet();
            try {
                if (workOn(run)) {
                    return true;
                }
            } catch (DataAccessException e) {
                throw e;
            } catch (RuntimeException e) {
                runs.stop(run.id(), e instanceof RetriageException ? e.getMessage()
                        : "重判中止，事故编号 " + Incident.log(e) + "，原因见日志；排除后可以继续");
            } finally {
                busy(run.id()).decrementAndGet();
            }
        }
        return false;
    }

    private AtomicInteger busy(String run) {
        return busy.computeIfAbsent(run, id -> new AtomicInteger());
    }

    private boolean workOn(Run run) {
        if (run.status() == Run.Status.PREPARING) {
            boolean mine = cutting.add(run.id());
            try {
                if (mine) {
                    runs.cut(run);
                }
            } finally {
                if (mine) {
                    cutting.remove(run.id());
                }
            }
            return mine;
        }
        Optional<Part> part = parts.take(run.id());
        if (part.isEmpty()) {
            if (!parts.unfinished(run.id())) {
                runs.finish(run.id());
            }
            return false;
        }
        try {
            through(run, part.get());
        } finally {
            parts.release(part.get());
        }
        return true;
    }

    private void through(Run run, Part taken) {
        Decider decider = rules.open(runs.pin(run.id()), run.release());
        Judge judge = new Judge(decider);
        SelectionSql selection = runs.selection(run);
        Lot lot = new Lot(run.seed());
        for (Part part = taken; part != null && !closed; ) {
            List<PartStore.Kept> page = parts.page(part, selection);
            List<PartStore.Judged> judged = new ArrayList<>(page.size());
            for (PartStore.Kept kept : page) {
                live.giveWay();
                judged.add(new PartStore.Judged(kept, judge(judge, kept)));
            }
            Optional<Part> written = write(part, run, lot, judged, judge);
            part = parts.last(page) ? null : written.orElse(null);
        }
    }

    private static Judge.Verdict judge(Judge judge, PartStore.Kept kept) {
        return judge.judge(kept.eventJson(), kept.identity(), kept.decisionJson());
    }

    /** A page that loses a race for a lock is simply written again: nothing of it was kept. */
    private Optional<Part> write(Part part, Run run, Lot lot, List<PartStore.Judged> page, Judge judge) {
        for (int attempt = 1; ; attempt++) {
            try {
                return parts.write(part, run, lot, page, kept -> judge(judge, kept));
            } catch (TransientDataAccessException lost) {
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
            }
        }
    }
}
