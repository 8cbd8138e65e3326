package cn.jianwang.release;

import java.nio.file.Path;
import java.time.OffsetDateTime;

/**
 * A release on the shelf, as its sheet tells.
 *
 * @param previous the version published before it; 无 for the first one
 * @param level    改动级别
 * @param sha256   over all rule files
 * @param folder   where it lies; its rules are in {@code rules}
 */
public record PublishedRelease(String version, String previous, String note, ChangeLevel level, String sha256, String author,
                               String reviewer, OffsetDateTime publishedAt, Path folder) {

    public Path rules() {
        return folder.resolve("rules");
    }
}
