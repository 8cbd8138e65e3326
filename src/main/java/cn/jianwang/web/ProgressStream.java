package cn.jianwang.web;

import cn.jianwang.event.JsonCodec;
import cn.jianwang.retriage.ProgressLine;
import cn.jianwang.retriage.Retriage;
import cn.jianwang.retriage.RetriageException;
import cn.jianwang.retriage.Run;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells whoever follows a run how it goes on, and writes the same into the log, a line each now and then. */
@Component
class ProgressStream implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressStream.class);
    private static final long LOOK_MILLIS = 500;
    private static final int LOOKS_PER_LINE = 20;
    private static final int LOOKS_PER_SIGN_OF_LIFE = 30;

    private final Retriage retriage;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final Set<String> logged = new HashSet<>();
    private final ScheduledExecutorService clock;
    private long looks;

    private static final class Follower {

        private final String id;
        private final SseEmitter emitter;
        private Run shown;

        private Follower(String id, SseEmitter emitter) {
            this.id = id;
            this.emitter = emitter;
        }
    }

    ProgressStream(Retriage retriage) {
        this.retriage = retriage;
        this.clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "retriage-progress");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A stream that ends with the run. */
    SseEmitter follow(Run run) {
        Follower follower = new Follower(run.id(), new SseEmitter(0L));
        follower.emitter.onCompletion(() -> followers.remove(follower));
        follower.emitter.onError(gone -> followers.remove(follower));
        followers.add(follower);
        return follower.emitter;
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
        followers.forEach(follower -> follower.emitter.complete());
    }

    private void look() {
        looks++;
        try {
            Map<String, Run> now = new HashMap<>();
            followers.forEach(follower -> now.computeIfAbsent(follower.id, retriage::find));
            followers.forEach(follower -> tell(follower, now.get(follower.id)));
            if (looks % LOOKS_PER_LINE == 0) {
                retriage.active().forEach(run -> logged.add(run.id()));
                log();
            }
        } catch (DataAccessException | RetriageException notNow) {
            LOG.warn("retriage progress unknown: {}", notNow.getClass().getSimpleName());
        }
    }

    /** A run is logged while it is active and once when it no longer is. */
    private void log() {
        for (Iterator<String> ids = logged.iterator(); ids.hasNext(); ) {
            Run run = retriage.find(ids.next());
            LOG.info("{}", ProgressLine.of(run));
            if (!run.status().active()) {
                ids.remove();
            }
        }
    }

    private void tell(Follower follower, Run run) {
        try {
            if (follower.shown == null || follower.shown.done() != run.done() || follower.shown.status() != run.status()) {
                follower.emitter.send(SseEmitter.event().name("progress").data(JsonCodec.write(run), MediaType.APPLICATION_JSON));
                follower.shown = run;
            } else if (looks % LOOKS_PER_SIGN_OF_LIFE == 0) {
                follower.emitter.send(SseEmitter.event().comment(""));
            }
            if (run.status().ended()) {
                follower.emitter.complete();
            }
        } catch (IOException | IllegalStateException gone) {
            followers.remove(follower);
        }
    }
}
