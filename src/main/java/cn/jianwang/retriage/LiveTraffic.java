package cn.jianwang.retriage;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets people and platforms go first: while a request is being answered, workers stop before their next event, so that the
 * request finds a free processor within the time of one event.
 */
public final class LiveTraffic {

    private static final long NAP = TimeUnit.MICROSECONDS.toNanos(200);
    /** Under unbroken traffic a run still creeps on, an event at a time. */
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(50);

    private final AtomicInteger requests = new AtomicInteger();

    /** A request has come in. */
    public void enter() {
        requests.incrementAndGet();
    }

    /** A request has been answered. */
    public void leave() {
        requests.decrementAndGet();
    }

    /** Waits while requests are being answered, but not for ever. */
    void giveWay() {
        if (requests.get() > 0) {
            long start = System.nanoTime();
            while (requests.get() > 0 && System.nanoTime() - start < LONGEST) {
                LockSupport.parkNanos(NAP);
            }
        }
    }
}
