package cn.jianwang.cli;

import cn.jianwang.decision.Decider;
import cn.jianwang.event.EventLines;
import cn.jianwang.event.EventReader;
import cn.jianwang.event.EventReading;
import cn.jianwang.event.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * How fast lines are decided, next to how fast their texts are merely segmented. The two take turns on the same lines
 * and threads, so that whatever else the machine does slows both. A decision is timed from the bytes of the line to the
 * bytes of the answer; segmentation gets its texts ready made. Both have run before they are timed: the caller has
 * decided the file already, and segmentation runs through the beginning of it untimed.
 */
final class FloorComparison {

    /** @param decided lines decided a second. @param segmented texts segmented a second */
    record Rates(double decided, double segmented) {

        double ratio() {
            return segmented == 0 ? 0 : decided / segmented;
        }
    }

    private static final int LINES_AT_ONCE = 1_000;
    private static final int UNTIMED_TURNS = 3;

    private final EventReader reader = new EventReader();
    private final Decider release;
    private final Consumer<String> segmentation;
    private final int threads;

    FloorComparison(Decider release, Consumer<String> segmentation, int threads) {
        this.release = release;
        this.segmentation = segmentation;
        this.threads = threads;
    }

    /** Bad lines are left out, and so are those that cannot be decided. */
    Rates measure(Path events) throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            try (InputStream in = Files.newInputStream(events)) {
                EventLines lines = new EventLines(in);
                for (int turn = 0; turn < UNTIMED_TURNS; turn++) {
                    time(readable(lines), line -> segmentation.accept(line.text), pool);
                }
            }
            long count = 0;
            long deciding = 0;
            long segmenting = 0;
            try (InputStream in = Files.newInputStream(events)) {
                EventLines lines = new EventLines(in);
                for (List<Line> some = readable(lines); !some.isEmpty(); some = readable(lines)) {
                    count += some.size();
                    deciding += time(some, line -> JsonCodec.writeBytes(release.decide(line.line.read(reader).event())), pool);
                    segmenting += time(some, line -> segmentation.accept(line.text), pool);
                }
            }
            return new Rates(perSecond(count, deciding), perSecond(count, segmenting));
        } finally {
            pool.shutdown();
        }
    }

    private static double perSecond(long count, long nanos) {
        return nanos == 0 ? 0 : count / (nanos / 1e9);
    }

    private record Line(EventLines.Line line, String text) {
    }

    private List<Line> readable(EventLines lines) throws IOException {
        List<Line> readable = new ArrayList<>();
        while (readable.size() < LINES_AT_ONCE) {
            EventLines.Line line = lines.next();
            if (line == null) {
                break;
            }
            EventReading reading = line.read(reader);
            if (reading.ok()) {
                readable.add(new Line(line, reading.event().text()));
            }
        }
        return readable;
    }

    private long time(List<Line> lines, Consumer<Line> work, ExecutorService pool) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Callable<Void> worker = () -> {
            for (int i = next.getAndIncrement(); i < lines.size(); i = next.getAndIncrement()) {
                work.accept(lines.get(i));
            }
            return null;
        };
        long start = System.nanoTime();
        for (Future<Void> done : pool.invokeAll(Collections.nCopies(threads, worker))) {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("comparison failed", e.getCause());
            }
        }
        return System.nanoTime() - start;
    }
}
