package cn.jianwang.retriage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the rules of a run are found on disk. */
public interface RuleSource {

    /** The folder of the rules in force. */
    Path current();

    /** The folder of a published release; empty where there is none of this version. */
    Optional<Path> published(String version);

    /** The folder of rules that are still worked on; empty where there are none of this name. */
    Optional<Path> candidate(String name);

    /**
     * The rules in force in one folder; published ones and candidates each beside each other in another, in folders named
     * after version and name.
     */
    static RuleSource folders(Path current, Path published, Path candidates) {
        return new RuleSource() {
            @Override
            public Path current() {
                return current;
            }

            @Override
            public Optional<Path> published(String version) {
                return inside(published, version);
            }

            @Override
            public Optional<Path> candidate(String name) {
                return inside(candidates, name);
            }
        };
    }

    /** A name is never a way out of the folder. */
    private static Optional<Path> inside(Path folder, String name) {
        if (name.isBlank() || name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Path parent = folder.toAbsolutePath().normalize();
        Path inside = parent.resolve(name).normalize();
        return parent.equals(inside.getParent()) && Files.isDirectory(inside) ? Optional.of(inside) : Optional.empty();
    }
}
