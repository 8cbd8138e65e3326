package cn.jianwang.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into lines, one event each, with memory bounded by the largest allowed event: a longer line is skipped
 * over, never held. Not thread-safe.
 */
public final class EventLines {

    /** One line without its end; {@code bytes} is null where the line was too long. */
    public record Line(long number, byte[] bytes) {

        /** Reads the event on this line. */
        public EventReading read(EventReader reader) {
            return bytes == null ? EventReader.tooLong() : reader.read(bytes);
        }
    }

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;
    private long lines;
    private long consumed;

    public EventLines(InputStream in) {
        this.in = in;
    }

    /** The next line, or null at the end. A line end at the very end of the stream begins no further line. */
    public Line next() throws IOException {
        if (position == filled && !fill()) {
            return null;
        }
        lines++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        boolean tooLong = false;
        do {
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            tooLong |= line.size() + (end - position) > EventReader.MAX_BYTES + 1;
            if (!tooLong) {
                line.write(buffer, position, end - position);
            }
            boolean complete = end < filled;
            position = complete ? end + 1 : end;
            if (complete) {
                break;
            }
        } while (fill());
        return new Line(lines, tooLong ? null : withoutCarriageReturn(line.toByteArray()));
    }

    /** Where in the stream the next line begins. */
    public long position() {
        return consumed - (filled - position);
    }

    /** Bytes taken from the stream so far, for showing progress. */
    public long consumed() {
        return consumed;
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer, 0, BUFFER);
        position = 0;
        filled = Math.max(read, 0);
        consumed += filled;
        return read > 0;
    }

    private static byte[] withoutCarriageReturn(byte[] line) {
        int length = line.length;
        return length > 0 && line[length - 1] == '\r' ? Arrays.copyOf(line, length - 1) : line;
    }
}
