package cn.jianwang.retriage;

import cn.jianwang.event.EventLines;
import cn.jianwang.event.JsonCodec;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds old decisions in a file by event key, in whatever order they stand, with sixteen to thirty-two bytes of memory a line.
 * Where a key occurs twice the later line counts. Keys are told apart by 64 bits of a hash; the line found says whether it is
 * really the one. Not thread-safe.
 */
final class BaselineIndex implements Closeable {

    private record KeyOnly(String eventKey) {
    }

    private static final Lot HASH = new Lot("");
    private static final int FIRST_CAPACITY = 1 << 12;

    private final FileChannel file;
    private long[] hashes = new long[FIRST_CAPACITY];
    private long[] places = new long[FIRST_CAPACITY];
    private int[] lengths = new int[FIRST_CAPACITY];
    private int size;

    private BaselineIndex(FileChannel file) {
        this.file = file;
    }

    /** Lines without a decision, such as the errors that triage leaves, are passed over. */
    static BaselineIndex of(Path decisions) throws IOException {
        BaselineIndex index = new BaselineIndex(FileChannel.open(decisions));
        try (var in = Files.newInputStream(decisions)) {
            EventLines lines = new EventLines(in);
            long place = 0;
            for (EventLines.Line line = lines.next(); line != null; line = lines.next()) {
                index.add(line, place);
                place = lines.position();
            }
        }
        return index;
    }

    int size() {
        return size;
    }

    /** The old decision in JSON; null where there is none. */
    String find(String eventKey) throws IOException {
        long hash = hash(eventKey);
        int slot = slot(hash);
        if (places[slot] == 0) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(lengths[slot]);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, places[slot] - 1 + bytes.position()) < 0) {
                throw new EOFException("原判定文件在读取中变短了");
            }
        }
        String json = new String(bytes.array(), StandardCharsets.UTF_8);
        return eventKey.equals(JsonCodec.read(json, KeyOnly.class).eventKey()) ? json : null;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void add(EventLines.Line line, long place) throws IOException {
        if (line.bytes() == null || line.bytes().length == 0) {
            return;
        }
        String key;
        try {
            key = JsonCodec.read(new String(line.bytes(), StandardCharsets.UTF_8), KeyOnly.class).eventKey();
        } catch (tools.jackson.core.JacksonException e) {
            throw new RetriageException(RetriageException.Kind.INVALID, "原判定文件第 %d 行不是 JSON，请换成 triage 输出的判定文件"
                    .formatted(line.number()));
        }
        if (key == null) {
            return;
        }
        if (size * 2 >= hashes.length) {
            grow();
        }
        long hash = hash(key);
        int slot = slot(hash);
        size += places[slot] == 0 ? 1 : 0;
        put(slot, hash, place + 1, line.bytes().length);
    }

    private void grow() {
        long[] oldHashes = hashes;
        long[] oldPlaces = places;
        int[] oldLengths = lengths;
        hashes = new long[oldHashes.length * 2];
        places = new long[hashes.length];
        lengths = new int[hashes.length];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldPlaces[i] != 0) {
                put(slot(oldHashes[i]), oldHashes[i], oldPlaces[i], oldLengths[i]);
            }
        }
    }

    private void put(int slot, long hash, long place, int length) {
        hashes[slot] = hash;
        places[slot] = place;
        lengths[slot] = length;
    }

    /** Where the hash stands, or the empty slot where it would. */
    private int slot(long hash) {
        int slot = (int) hash & hashes.length - 1;
        while (places[slot] != 0 && hashes[slot] != hash) {
            slot = slot + 1 & hashes.length - 1;
        }
        return slot;
    }

    private static long hash(String key) {
        return Long.parseUnsignedLong(HASH.of(key), 16);
    }
}
