package cn.jianwang.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Does the same to many things, on all processors, and keeps their order. Parallel streams will not do: their threads have
 * the class loader of the JVM, which finds neither Drools nor anything else inside the executable jar.
 */
final class Workers {

    private Workers() {
    }

    static <A, B> List<B> map(List<A> things, Function<A, B> work) {
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<B>> running = things.stream().map(thing -> pool.submit(() -> work.apply(thing))).toList();
            List<B> done = new ArrayList<>(things.size());
            for (Future<B> future : running) {
                done.add(future.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("被中断", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
