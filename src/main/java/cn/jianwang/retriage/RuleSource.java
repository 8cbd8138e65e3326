package cn.jianwang.retriage;

import cn.jianwang.release.DamagedReleaseException;
import cn.jianwang.release.ReleaseShelf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the rules of a run are found on disk. */
public interface RuleSource {

    /** The folder of the rules in force. @throws RetriageException where they are damaged */
    Path current();

    /** The folder of a published release; empty where there is none of this version. @throws RetriageException where it is damaged */
    Optional<Path> published(String version);

    /** The folder of rules that are still worked on; empty where there are none of this name. */
    Optional<Path> candidate(String name);

    /**
     * Published rules as they lie on the shelf, candidates beside each other in folders named after them.
     *
     * @param working    the folder that is in force while nothing is active on the shelf
     * @param alwaysUsed whether the working folder is in force whatever the shelf says
     */
    static RuleSource of(ReleaseShelf shelf, Path working, boolean alwaysUsed, Path candidates) {
        return new RuleSource() {
            @Override
            public Path current() {
                return alwaysUsed ? working : shelf.active().map(version -> intact(shelf, version)).orElse(working);
            }

            @Override
            public Optional<Path> published(String version) {
                return shelf.versions().contains(version) ? Optional.of(intact(shelf, version)) : Optional.empty();
            }

            @Override
            public Optional<Path> candidate(String name) {
                return inside(candidates, name);
            }
        };
    }

    private static Path intact(ReleaseShelf shelf, String version) {
        try {
            return shelf.verified(version).rules();
        } catch (DamagedReleaseException damaged) {
            throw new RetriageException(RetriageException.Kind.REFUSED, damaged.getMessage());
        }
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
