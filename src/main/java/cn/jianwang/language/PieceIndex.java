package cn.jianwang.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds every occurrence of many literal pieces in a text. Small filters over the first two and three characters turn
 * most positions away before the large table is touched. Immutable and safe for many threads.
 *
 * @param <V> what a piece leads to
 */
final class PieceIndex<V> {

    private static final int HEAD = 3;
    private static final int FILTER_BITS = 19;

    private final BitSet singles = new BitSet();
    /** Pieces of two characters. */
    private final long[] pairs = new long[1 << FILTER_BITS - 6];
    /** The first two characters of longer pieces. */
    private final long[] longer = new long[1 << FILTER_BITS - 6];
    /** The first three characters of longer pieces. */
    private final long[] triples = new long[1 << FILTER_BITS - 6];
    /** 0 where the slot is free. */
    private final long[] heads;
    private final Piece<V>[][] pieces;
    private final int shift;

    private record Piece<V>(String text, V value) {
    }

    /** Told of every occurrence; the end is exclusive. */
    interface Found<V> {
        void at(int start, int end, V value);
    }

    @SuppressWarnings("unchecked")
    PieceIndex(Map<String, V> values) {
        Map<Long, List<Piece<V>>> byHead = new HashMap<>();
        values.forEach((text, value) -> byHead.computeIfAbsent(head(text, 0, Math.min(HEAD, text.length())),
                head -> new ArrayList<>(1)).add(new Piece<>(text, value)));
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, byHead.size()) * 2);
        shift = Long.SIZE - bits;
        heads = new long[1 << bits];
        pieces = new Piece[1 << bits][];
        byHead.forEach(this::put);
    }

    private void put(long head, List<Piece<V>> bucket) {
        String text = bucket.get(0).text;
        if (text.length() == 1) {
            singles.set(text.charAt(0));
        } else if (text.length() == 2) {
            mark(pairs, pair(text.charAt(0), text.charAt(1)));
        } else {
            mark(longer, pair(text.charAt(0), text.charAt(1)));
            mark(triples, triple(pair(text.charAt(0), text.charAt(1)), text.charAt(2)));
        }
        int slot = slot(head);
        heads[slot] = head;
        @SuppressWarnings("unchecked")
        Piece<V>[] array = bucket.toArray(Piece[]::new);
        pieces[slot] = array;
    }

    void scan(String text, Found<V> found) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char first = text.charAt(i);
            if (singles.get(first)) {
                look(text, i, 1, found);
            }
            if (i + 1 < length) {
                int pair = pair(first, text.charAt(i + 1));
                if (isMarked(pairs, pair)) {
                    look(text, i, 2, found);
                }
                if (i + 2 < length && isMarked(longer, pair) && isMarked(triples, triple(pair, text.charAt(i + 2)))) {
                    look(text, i, HEAD, found);
                }
            }
        }
    }

    private void look(String text, int at, int headLength, Found<V> found) {
        int slot = slot(head(text, at, headLength));
        if (heads[slot] == 0) {
            return;
        }
        for (Piece<V> piece : pieces[slot]) {
            if (piece.text.length() <= HEAD || text.startsWith(piece.text, at)) {
                found.at(at, at + piece.text.length(), piece.value);
            }
        }
    }

    /** The slot of a head, or the free slot where it would go. */
    private int slot(long head) {
        int slot = (int) (head * 0x9E3779B97F4A7C15L >>> shift);
        while (heads[slot] != 0 && heads[slot] != head) {
            slot = slot + 1 & heads.length - 1;
        }
        return slot;
    }

    private static long head(String text, int at, int length) {
        long head = text.charAt(at);
        for (int i = 1; i < length; i++) {
            head = head << Character.SIZE | text.charAt(at + i);
        }
        return head;
    }

    private static int pair(char first, char second) {
        return (first * 0x9E3779B1 + second) * 0x85EBCA6B;
    }

    private static int triple(int pair, char third) {
        return (pair + third) * 0xC2B2AE35;
    }

    private static void mark(long[] filter, int hash) {
        int bit = hash >>> Integer.SIZE - FILTER_BITS;
        filter[bit >> 6] |= 1L << bit;
    }

    private static boolean isMarked(long[] filter, int hash) {
        int bit = hash >>> Integer.SIZE - FILTER_BITS;
        return (filter[bit >> 6] & 1L << bit) != 0;
    }
}
