package cn.jianwang.measure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Draws a simple random sample in one pass and in bounded memory: those whose hash with the seed is smallest. The same whole
 * and seed give the same sample in whatever order it comes, and a larger sample holds the smaller one. Not thread-safe.
 *
 * @param <T> what is drawn
 */
public final class Sampler<T> {

    private record Ticket<T>(String hash, T item) {
    }

    private final int size;
    private final long seed;
    private final PriorityQueue<Ticket<T>> drawn;
    private int offered;

    public Sampler(int size, long seed) {
        this.size = size;
        this.seed = seed;
        this.drawn = new PriorityQueue<>(Comparator.comparing((Ticket<T> ticket) -> ticket.hash).reversed());
    }

    /** @param key identity of the item, unique in the whole */
    public void offer(String key, T item) {
        offered++;
        drawn.add(new Ticket<>(hash(key), item));
        if (drawn.size() > size) {
            drawn.remove();
        }
    }

    /** How many were offered. */
    public int offered() {
        return offered;
    }

    /** The sample, in the random order. */
    public List<T> drawn() {
        List<Ticket<T>> tickets = new ArrayList<>(drawn);
        tickets.sort(Comparator.comparing(ticket -> ticket.hash));
        return tickets.stream().map(Ticket::item).toList();
    }

    private String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((seed + ":" + key).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
