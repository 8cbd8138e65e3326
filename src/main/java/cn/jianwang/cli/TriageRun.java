package cn.jianwang.cli;

import cn.jianwang.decision.Decider;
import cn.jianwang.event.EventLines;
import cn.jianwang.event.EventReader;
import cn.jianwang.event.EventReading;
import cn.jianwang.event.Incident;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.event.LineError;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Decides a stream of lines on several threads and writes the answers in the order of the lines. One thread reads, one
 * writes; the answers wait in a queue of bounded length, so that memory stays flat however long the stream is.
 */
final class TriageRun {

    /** How many lines a run took, how many of them were bad, and how long it took. */
    record Result(long lines, long bad, double seconds) {

        double perSecond() {
            return seconds == 0 ? 0 : lines / seconds;
        }
    }

    private record Answer(byte[] json, boolean bad) {
    }

    private static final int WAITING_PER_THREAD = 32;
    private static final Answer END = new Answer(new byte[0], false);

    private final EventReader reader = new EventReader();
    private final Decider release;
    private final int threads;
    private final Progress progress;
    private final BlockingQueue<Future<Answer>> waiting;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong bad = new AtomicLong();
    private volatile IOException failure;

    TriageRun(Decider release, int threads, Progress progress) {
        this.release = release;
        this.threads = threads;
        this.progress = progress;
        this.waiting = new ArrayBlockingQueue<>(threads * WAITING_PER_THREAD);
    }

    /** Reads to the end, or until the output fails. */
    Result run(InputStream events, OutputStream decisions) throws IOException, InterruptedException {
        long start = System.nanoTime();
        ExecutorService deciders = Executors.newFixedThreadPool(threads);
        Thread writer = new Thread(() -> write(new BufferedOutputStream(decisions, 1 << 16)), "triage-writer");
        writer.start();
        try {
            EventLines lines = new EventLines(events);
            for (EventLines.Line line = lines.next(); line != null && failure == null; line = lines.next()) {
                EventLines.Line given = line;
                waiting.put(deciders.submit(() -> decide(given)));
                progress.show(written.get(), lines.consumed());
            }
        } finally {
            waiting.put(CompletableFuture.completedFuture(END));
            writer.join();
            deciders.shutdown();
            progress.end();
        }
        if (failure != null) {
            throw failure;
        }
        return new Result(written.get(), bad.get(), (System.nanoTime() - start) / 1e9);
    }

    private Answer decide(EventLines.Line line) {
        EventReading reading = line.read(reader);
        if (!reading.ok()) {
            return answer(LineError.unreadable(line.number(), reading.problems()), true);
        }
        try {
            return answer(release.decide(reading.event()), false);
        } catch (RuntimeException | StackOverflowError e) {
            return answer(LineError.failed(line.number(), Incident.log(e)), true);
        }
    }

    private static Answer answer(Object value, boolean bad) {
        return new Answer(JsonCodec.writeBytes(value), bad);
    }

    /** Goes on emptying the queue after a failure, so that the reading thread never waits for ever. */
    private void write(OutputStream out) {
        for (Answer answer = next(); answer != END; answer = next()) {
            if (failure == null) {
                write(answer, out);
            }
        }
        if (failure == null) {
            try {
                out.flush();
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    private Answer next() {
        try {
            return waiting.take().get();
        } catch (ExecutionException | InterruptedException e) {
            failure = new IOException("判定线程中断（" + e + "）", e);
            return new Answer(new byte[0], true);
        }
    }

    private void write(Answer answer, OutputStream out) {
        try {
            out.write(answer.json());
            out.write('\n');
            written.incrementAndGet();
            if (answer.bad()) {
                bad.incrementAndGet();
            }
            if (waiting.isEmpty()) {
                out.flush();
            }
        } catch (IOException e) {
            failure = e;
        }
    }
}
