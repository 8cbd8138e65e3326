package cn.jianwang.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of published releases. Each lies in a folder named after its version, which is never written again; the file
 * {@code active} names the one that serves. The service and the command line may use it at the same time.
 */
public final class ReleaseShelf {

    private static final Pattern VERSION = Pattern.compile("(\\d{4})\\.(\\d{1,2})\\.(\\d{1,9})");
    /** Named as active while releases lie on the shelf and none of them serves. */
    static final String NOTHING = "无";

    private static final String ACTIVE = "active";
    private static final String STAGING = ".staging-";
    private static final String LOCK = ".lock";

    private final Path root;

    /** @param root need not exist before the first release */
    public ReleaseShelf(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public Path root() {
        return root;
    }

    /** Versions on the shelf, oldest first. */
    public List<String> versions() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(root)) {
            return found.filter(Files::isDirectory).map(path -> path.getFileName().toString()).filter(name -> VERSION.matcher(name).matches())
                    .sorted(BY_VERSION).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All releases, oldest first. @throws DamagedReleaseException where a sheet cannot be read */
    public List<PublishedRelease> releases() {
        return versions().stream().map(this::release).toList();
    }

    /** @throws DamagedReleaseException where there is no such release, or its sheet cannot be read */
    public PublishedRelease release(String version) {
        if (!VERSION.matcher(version).matches() || !Files.isDirectory(root.resolve(version))) {
            throw new DamagedReleaseException("没有版本「" + version + "」。怎么改：用 rules releases 看有哪些版本");
        }
        return ReleaseSheet.read(root.resolve(version));
    }

    /** A release whose files are as they were published. @throws DamagedReleaseException where they are not */
    public PublishedRelease verified(String version) {
        PublishedRelease release = release(version);
        ReleaseSheet.verify(release);
        return release;
    }

    /** The version that serves: the one named so, or else the newest; empty where nothing was published, or all is held. */
    public Optional<String> active() {
        try {
            String named = Files.readString(root.resolve(ACTIVE)).strip();
            if (!named.isEmpty()) {
                return Optional.of(named).filter(version -> !version.equals(NOTHING));
            }
        } catch (NoSuchFileException none) {
            // the newest serves
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return newest();
    }

    public Optional<String> newest() {
        List<String> versions = versions();
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** Names the version that serves from now on; running services follow within seconds. */
    public void activate(String version) {
        try {
            Path named = Files.createTempFile(root, ".active-", "");
            Files.writeString(named, version + "\n");
            Files.move(named, root.resolve(ACTIVE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version after the newest, or where there is none, after the one named. */
    String nextVersion(String before, YearMonth month) {
        Matcher last = VERSION.matcher(newest().orElse(before));
        boolean sameMonth = last.matches() && Integer.parseInt(last.group(1)) == month.getYear() && Integer.parseInt(last.group(2)) == month.getMonthValue();
        return month.getYear() + "." + month.getMonthValue() + "." + (sameMonth ? Integer.parseInt(last.group(3)) + 1 : 1);
    }

    /** An empty folder beside the releases, for what is not yet one. */
    Path stage() {
        try {
            return Files.createDirectories(root.resolve(STAGING + UUID.randomUUID()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a staged folder the release of that version; from then on it is not written again. */
    void keep(Path staged, String version) {
        try {
            Files.move(staged, root.resolve(version), StandardCopyOption.ATOMIC_MOVE);
            protect(root.resolve(version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A hint to editors; what counts is that the hashes are checked before a release is used. */
    private static void protect(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
                if (posix != null) {
                    posix.setPermissions(PosixFilePermissions.fromString("r--r--r--"));
                } else {
                    file.toFile().setReadOnly();
                }
            }
        }
    }

    static void discard(Path staged) {
        try (Stream<Path> walk = Files.walk(staged)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copy(Path from, Path to) {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(from)) {
            walk.filter(Files::isRegularFile).forEach(files::add);
            Files.createDirectories(to);
            for (Path file : files) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs alone among all who write to the shelf. @throws DamagedReleaseException where somebody else is at it */
    <T> T alone(Supplier<T> work) {
        try {
            Files.createDirectories(root);
            try (FileChannel channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    throw new DamagedReleaseException("另一次发布正在进行。怎么改：等它结束再发布");
                }
                return work.get();
            }
        } catch (OverlappingFileLockException busy) {
            throw new DamagedReleaseException("另一次发布正在进行。怎么改：等它结束再发布");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final Comparator<String> BY_VERSION = Comparator.comparingInt((String v) -> part(v, 1)).thenComparingInt(v -> part(v, 2))
            .thenComparingInt(v -> part(v, 3));

    private static int part(String version, int group) {
        Matcher matcher = VERSION.matcher(version);
        return matcher.matches() ? Integer.parseInt(matcher.group(group)) : 0;
    }
}
