package cn.jianwang.release;

import cn.jianwang.event.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * What was done with the releases, line by line in {@code journal.jsonl} on the shelf. It is written wherever something
 * is done, with or without a database; the service takes it over into the audit log.
 */
public final class Journal {

    private static final String FILE = "journal.jsonl";

    private final Path file;

    public Journal(ReleaseShelf shelf) {
        this.file = shelf.root().resolve(FILE);
    }

    /**
     * One thing that was done or refused.
     *
     * @param id      tells the entry from all others
     * @param action  发布, 启用 or 回滚
     * @param actor   who did it, as far as known
     * @param version of the release concerned; empty where none came about
     * @param outcome 完成 or 拒绝
     * @param detail  说明, or the reasons of a refusal
     */
    public record Entry(String id, OffsetDateTime at, String action, String actor, String version, String outcome, String detail) {
    }

    public void done(String action, String actor, String version, String detail) {
        add(action, actor, version, "完成", detail);
    }

    public void refused(String action, String actor, String version, String detail) {
        add(action, actor, version, "拒绝", detail);
    }

    private void add(String action, String actor, String version, String outcome, String detail) {
        Entry entry = new Entry(UUID.randomUUID().toString(), OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS), action,
                actor, version, outcome, detail);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JsonCodec.write(entry) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long the journal is, to see whether something was added. */
    public long size() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All entries, oldest first. A line that is just being written is left for the next time. */
    public List<Entry> entries() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().filter(line -> !line.isBlank())
                    .map(line -> JsonCodec.read(line, Entry.class)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
