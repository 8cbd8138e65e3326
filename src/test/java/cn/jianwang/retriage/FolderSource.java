package cn.jianwang.retriage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Rules for tests that need no real ones, published ones and candidates in folders named after version and name. */
record FolderSource(Path current, Path published, Path candidates) implements RuleSource {

    @Override
    public Optional<Path> published(String version) {
        return Optional.of(published.resolve(version).normalize()).filter(folder -> folder.getParent().equals(published) && Files.isDirectory(folder));
    }

    @Override
    public Optional<Path> candidate(String name) {
        return Optional.of(candidates.resolve(name)).filter(Files::isDirectory);
    }
}
