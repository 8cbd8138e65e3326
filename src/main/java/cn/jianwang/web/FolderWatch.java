package cn.jianwang.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tells when the files of a folder have changed and nobody is at them any more. */
final class FolderWatch {

    private final Path folder;
    private Map<Path, String> loaded;
    private Map<Path, String> last;

    FolderWatch(Path folder) {
        this.folder = folder;
        this.loaded = look();
        this.last = loaded;
    }

    /** Whether the files differ from when this last said so, and are as they were a moment ago. */
    boolean hasSettledAnew() {
        Map<Path, String> now = look();
        boolean settled = now.equals(last);
        last = now;
        if (settled && !now.equals(loaded)) {
            loaded = now;
            return true;
        }
        return false;
    }

    private Map<Path, String> look() {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(p -> p.toString().endsWith(".csv") || p.toString().endsWith(".drl")).toList()) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                files.put(file, attributes.lastModifiedTime() + " " + attributes.size());
            }
        } catch (IOException vanishedWhileLooking) {
            files.put(folder, "?");
        }
        return files;
    }
}
