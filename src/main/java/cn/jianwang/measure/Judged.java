package cn.jianwang.measure;

import cn.jianwang.decision.Decider;
import cn.jianwang.decision.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/** A label beside the decision. */
public record Judged<L extends Labelled>(L label, Decision decision) {

    /** Decides all rows on all processors; the order is kept. */
    public static <L extends Labelled> List<Judged<L>> all(List<L> labels, Decider decider) {
        return all(labels, decider, UnaryOperator.identity());
    }

    /**
     * Decides what becomes of the events, such as their noisy form. The threads are its own: those of a parallel stream do not
     * see the libraries inside the executable jar.
     */
    public static <L extends Labelled> List<Judged<L>> all(List<L> labels, Decider decider,
                                                           UnaryOperator<Map<String, Object>> change) {
        List<Callable<Judged<L>>> work = new ArrayList<>();
        labels.forEach(label -> work.add(
                () -> new Judged<>(label, decider.decide(LabelFile.event(change.apply(label.properties()))))));
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Judged<L>> judged = new ArrayList<>();
            for (Future<Judged<L>> one : pool.invokeAll(work)) {
                judged.add(one.get());
            }
            return judged;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("deciding broke off", e);
        } finally {
            pool.shutdownNow();
        }
    }

    boolean wantedPush() {
        return label.tier().pushes();
    }

    boolean pushed() {
        return decision.tier().pushes();
    }
}
