package cn.jianwang.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Does the same to many things on several threads and keeps their order. (Threads of the common pool do not see the
 * classes inside the executable jar.)
 */
final class Parallel implements AutoCloseable {

    private final ExecutorService pool;

    Parallel(int threads) {
        pool = Executors.newFixedThreadPool(threads);
    }

    <A, B> List<B> map(List<A> things, Function<A, B> work) {
        List<Future<B>> running = things.stream().map(thing -> pool.submit(() -> work.apply(thing))).toList();
        List<B> done = new ArrayList<>(things.size());
        try {
            for (Future<B> future : running) {
                done.add(future.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("被中断", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
