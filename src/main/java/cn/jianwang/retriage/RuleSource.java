package cn.jianwang.retriage;

import java.nio.file.Path;
import java.util.Optional;

/** Where the rules of a run are found on disk. */
public interface RuleSource {

    /** The folder of the rules in force. */
    Path current();

    /** The folder of a published release; empty where there is none of this version. */
    Optional<Path> published(String version);

    /**
     * The rules in force in one folder, published ones beside each other in another, each in a folder named after its
     * version.
     */
    static RuleSource folders(Path current, Path published) {
        return new RuleSource() {
            @Override
            public Path current() {
                return current;
            }

            @Override
            public Optional<Path> published(String version) {
                Path folder = published.resolve(version).normalize();
                return folder.getParent() != null && folder.getParent().equals(published.normalize())
                        && java.nio.file.Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
            }
        };
    }
}
