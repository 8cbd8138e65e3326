package cn.jianwang.cli;

import cn.jianwang.event.EventLines;
import cn.jianwang.event.EventReader;
import cn.jianwang.event.EventReading;
import cn.jianwang.event.GridEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The events of a JSONL file one after the other; bad lines are passed over and told. */
final class EventFile implements Iterator<GridEvent>, AutoCloseable {

    private static final int MOST_TOLD = 10;

    private final Path file;
    private final InputStream in;
    private final EventLines lines;
    private final EventReader reader = new EventReader();
    private final List<String> told = new ArrayList<>();
    private long bad;
    private GridEvent next;

    private EventFile(Path file, InputStream in) {
        this.file = file;
        this.in = in;
        this.lines = new EventLines(in);
    }

    /** @throws CouldNotRunException where the file cannot be read */
    static EventFile open(Path file) {
        try {
            return new EventFile(file, Files.newInputStream(file));
        } catch (NoSuchFileException e) {
            throw new CouldNotRunException("没有这个事件文件：" + file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static CouldNotRunException unreadable(Path file, IOException e) {
        return new CouldNotRunException("事件文件 " + file + " 读不了：" + e.getMessage());
    }

    @Override
    public boolean hasNext() {
        try {
            for (EventLines.Line line = next == null ? lines.next() : null; line != null && next == null;
                 line = next == null ? lines.next() : null) {
                EventReading reading = line.read(reader);
                if (reading.ok()) {
                    next = reading.event();
                } else if (bad++ < MOST_TOLD) {
                    told.add("第 " + line.number() + " 行不是可用的事件：" + reading.problems());
                }
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return next != null;
    }

    @Override
    public GridEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        GridEvent event = next;
        next = null;
        return event;
    }

    /** How many lines held no event so far. */
    long bad() {
        return bad;
    }

    /** What was wrong with the first bad lines. */
    List<String> told() {
        return told;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
