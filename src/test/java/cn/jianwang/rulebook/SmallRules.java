package cn.jianwang.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small sound rules folder for tests, with the shipped mechanics; a copy of it can be changed at will. */
public final class SmallRules {

    private static final Path SOURCE = Path.of("src/test/resources/small-rules");
    private static final Path MECHANICS = Path.of("rules/mechanics");

    private final Path root;

    private SmallRules(Path root) {
        this.root = root;
    }

    /** A copy in an empty folder. */
    public static SmallRules copyTo(Path root) {
        return new SmallRules(root).overlay(SOURCE, "").overlay(MECHANICS, "mechanics");
    }

    /** Lists the rows that no example exercises beside the copy, so that it passes the gate of coverage. */
    public SmallRules withListedGaps() {
        try {
            Path cases = Files.createDirectories(root.resolveSibling("test-cases"));
            Files.write(cases.resolve("coverage-exceptions.csv"), List.of("编号,理由,到期日", "DW-01,样例,2099-12-31", "DW-02,样例,2099-12-31",
                    "DW-03,样例,2099-12-31", "FL-01,样例,2099-12-31"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lays the files of a folder over the copy, replacing those of the same name. */
    SmallRules overlay(Path folder) {
        return overlay(folder, "");
    }

    private SmallRules overlay(Path folder, String under) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                Path target = root.resolve(under).resolve(folder.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file of the copy. */
    public SmallRules with(String file, String text) {
        return with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    SmallRules with(String file, byte[] bytes) {
        try {
            Files.write(root.resolve(file), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes a file of the copy. The old text must be there, so that no test goes stale unseen. */
    public SmallRules replacing(String file, String old, String now) {
        try {
            String text = Files.readString(root.resolve(file));
            if (!text.contains(old)) {
                throw new IllegalArgumentException(file + " 里没有「" + old + "」");
            }
            return with(file, text.replace(old, now));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the header of a file of the copy and the lines that are wanted. */
    SmallRules keeping(String file, Predicate<String> wanted) {
        return rewriting(file, line -> wanted.test(line) ? line : "");
    }

    /** Rewrites every line of a file of the copy but the header; an empty one is left out. */
    SmallRules rewriting(String file, UnaryOperator<String> line) {
        try {
            List<String> lines = Files.readAllLines(root.resolve(file));
            String rows = lines.stream().skip(1).map(line).filter(l -> !l.isEmpty()).map(l -> l + "\n").collect(Collectors.joining());
            return with(file, lines.get(0) + "\n" + rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RulebookReader.Result inspect() {
        return RulebookReader.inspect(root);
    }

    RulebookReader.Result inspect(LocalDate today) {
        return RulebookReader.inspect(root, today);
    }

    public Path root() {
        return root;
    }
}
