package cn.jianwang.cli;

import cn.jianwang.event.EventLines;
import cn.jianwang.event.EventReader;
import cn.jianwang.event.EventReading;
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
 * How fast the same texts are merely segmented. Only segmentation is timed, not the reading of the file, so that the
 * comparison favours the floor.
 */
final class FloorComparison {

    private static final int TEXTS_AT_ONCE = 2_000;

    private final EventReader reader = new EventReader();
    private final Consumer<String> segmentation;
    private final int threads;

    FloorComparison(Consumer<String> segmentation, int threads) {
        this.segmentation = segmentation;
        this.threads = threads;
    }

    /** Texts segmented per second; bad lines are left out. */
    double perSecond(Path events) throws IOException, InterruptedException {
        segmentation.accept("先加载词典，不计入用时");
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long texts = 0;
        long nanos = 0;
        try (InputStream in = Files.newInputStream(events)) {
            EventLines lines = new EventLines(in);
            for (List<String> some = some(lines); !some.isEmpty(); some = some(lines)) {
                texts += some.size();
                nanos += time(some, pool);
            }
        } finally {
            pool.shutdown();
        }
        return nanos == 0 ? 0 : texts / (nanos / 1e9);
    }

    private List<String> some(EventLines lines) throws IOException {
        List<String> texts = new ArrayList<>();
        while (texts.size() < TEXTS_AT_ONCE) {
            EventLines.Line line = lines.next();
            if (line == null) {
                break;
            }
            EventReading reading = line.read(reader);
            if (reading.ok()) {
                texts.add(reading.event().text());
            }
        }
        return texts;
    }

    private long time(List<String> texts, ExecutorService pool) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Callable<Void> worker = () -> {
            for (int i = next.getAndIncrement(); i < texts.size(); i = next.getAndIncrement()) {
                segmentation.accept(texts.get(i));
            }
            return null;
        };
        long start = System.nanoTime();
        for (Future<Void> done : pool.invokeAll(Collections.nCopies(threads, worker))) {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("segmentation failed", e.getCause());
            }
        }
        return System.nanoTime() - start;
    }
}
