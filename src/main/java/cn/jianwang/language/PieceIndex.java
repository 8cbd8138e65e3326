package cn.jianwang.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds every occurrence of many literal pieces in a text. A small filter over the first two characters turns most
 * positions away; the others are looked up by up to three characters. Immutable and safe for many threads.
 *
 * @param <V> what a piece leads to
 */
final class PieceIndex<V> {

    private static final int HEAD = 3;
    private static final int FILTER_BITS = 18;

    private final BitSet singles = new BitSet();
    private final long[] filter = new long[1 << FILTER_BITS - 6];
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
        } else {
            int bit = filterBit(text.charAt(0), text.charAt(1));
            filter[bit >> 6] |= 1L << bit;
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
                int bit = filterBit(first, text.charAt(i + 1));
                if ((filter[bit >> 6] & 1L << bit) != 0) {
                    look(text, i, 2, found);
                    if (i + 2 < length) {
                        look(text, i, HEAD, found);
                    }
                }
            }
        }
    }

    private void look(String text, int at, int headLength, Found<V> found) {
        Piece<V>[] bucket = pieces[slot(head(text, at, headLength))];
        if (bucket == null) {
            return;
        }
        for (Piece<V> piece : bucket) {
            if (piece.text.length() <= HEAD || text.startsWith(piece.text, at)) {
                found.at(at, at + piece.text.length(), piece.value);
            }
        }
    }

    /** The slot of a head, or the free slot where it would go. */
    private int slot(long head) {
        int slot = (int) (head * 0x9E3779B97F4A7C15L >>> shift);
        while (pieces[slot] != null && heads[slot] != head) {
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

    private static int filterBit(char first, char second) {
        return (first * 0x9E3779B1 + second) * 0x85EBCA6B >>> Integer.SIZE - FILTER_BITS;
    }
}
