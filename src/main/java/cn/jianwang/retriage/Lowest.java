package cn.jianwang.retriage;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps those with the lowest lots. Not thread-safe. */
final class Lowest<T> {

    private record Ticket<T>(String lot, T value) {
    }

    private final int most;
    private final PriorityQueue<Ticket<T>> kept = new PriorityQueue<>(Comparator.comparing((Ticket<T> t) -> t.lot()).reversed());

    Lowest(int most) {
        this.most = most;
    }

    void offer(String lot, T value) {
        kept.add(new Ticket<>(lot, value));
        if (kept.size() > most) {
            kept.poll();
        }
    }

    /** Lowest lot first. */
    List<T> inOrder() {
        return kept.stream().sorted(Comparator.comparing(Ticket::lot)).map(Ticket::value).toList();
    }
}
