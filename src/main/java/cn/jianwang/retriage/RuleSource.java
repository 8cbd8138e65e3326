package cn.jianwang.retriage;

import cn.jianwang.decision.Decision;
import cn.jianwang.release.DamagedReleaseException;
import cn.jianwang.release.Release;
import cn.jianwang.release.ReleaseShelf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the rules of a run are found on disk. */
public interface RuleSource {

    /** The folder of the rules in force. @throws RetriageException where they are damaged */
    Path current();

    /** The folder of a published release; empty where there is none of this version. @throws RetriageException where it is damaged */
    Optional<Path> published(String version);

    /** The folder of rules that are still worked on; empty where there are none of this name. */
    Optional<Path> candidate(String name);

    /** The folder of the rules that are this release, published or in force; empty where there is none. */
    default Optional<Path> of(Decision.ReleaseId release) {
        return Stream.concat(published(release.version()).stream(), Stream.of(current())).filter(folder -> Release.isAt(folder, release))
                .findFirst();
    }

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

            @Override
            public Optional<Path> of(Decision.ReleaseId release) {
                return RuleSource.super.of(release).or(() -> folders(candidates).filter(folder -> Release.isAt(folder, release)).findFirst());
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

    private static Stream<Path> folders(Path parent) {
        String[] names = parent.toFile().list();
        return names == null ? Stream.empty() : Stream.of(names).sorted().map(parent::resolve).filter(Files::isDirectory);
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
