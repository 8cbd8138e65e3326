package cn.jianwang.retriage;

import cn.jianwang.decision.Decider;
import cn.jianwang.decision.Decision;
import cn.jianwang.store.MultiRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the rules of a run beside the run, so that it goes on under exactly these after a restart, on another machine and
 * whatever has become of the folder. Tables are kept in the database; the mechanics are program code and are only ever
 * taken from disk, and the hash over everything tells whether they are still the same.
 */
final class PinnedRules {

    /** Rules that decide, and the name under which they are kept. */
    record Pinned(String pin, Decider decider) {
    }

    private static final String MECHANICS = "mechanics";
    private static final int MOST_OPEN = 3;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RuleSource source;
    private final Function<Path, Decider> loader;
    /** Rules are large: only those used last stay in memory. */
    private final Map<String, Decider> open = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Decider> eldest) {
            return size() > MOST_OPEN;
        }
    };

    PinnedRules(JdbcClient jdbc, TransactionTemplate transaction, RuleSource source, Function<Path, Decider> loader) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.source = source;
        this.loader = loader;
    }

    /** Loads the rules asked for and keeps them. What is kept is what was loaded, even if somebody edits the folder meanwhile. */
    Pinned pin(Request.Rules rules) {
        Path folder = folder(rules);
        Path copy = temporary();
        try {
            copy(folder, copy, true);
            Decider decider = loader.apply(copy);
            String pin = pin(decider.release());
            keep(pin, copy);
            remember(pin, decider);
            return new Pinned(pin, decider);
        } catch (IOException e) {
            throw new RetriageException(RetriageException.Kind.REFUSED, "规则文件夹 " + folder + " 读不出来：" + e.getMessage());
        } finally {
            delete(copy);
        }
    }

    /** The rules kept under this name. */
    synchronized Decider open(String pin, Decision.ReleaseId expected) {
        Decider known = open.get(pin);
        return known != null ? known : remember(pin, load(pin, expected));
    }

    private synchronized Decider remember(String pin, Decider decider) {
        open.put(pin, decider);
        return decider;
    }

    private Path folder(Request.Rules rules) {
        Path folder = rules.folder() != null ? rules.folder() : rules.version() == null ? source.current()
                : source.published(rules.version()).orElseThrow(() -> new RetriageException(RetriageException.Kind.INVALID,
                        "没有已发布的规则版本「" + rules.version() + "」，请检查版本号"));
        if (!Files.isDirectory(folder)) {
            throw new RetriageException(RetriageException.Kind.INVALID, "没有找到规则文件夹 " + folder + "，请写明规则文件夹的位置");
        }
        return folder;
    }

    private Decider load(String pin, Decision.ReleaseId expected) {
        Path copy = temporary();
        try {
            for (Map<String, Object> file : jdbc.sql("select path, content from retriage_rules where pin = ?").param(pin)
                    .query().listOfRows()) {
                Path target = copy.resolve((String) file.get("path"));
                Files.createDirectories(target.getParent());
                Files.write(target, unpack((String) file.get("content")));
            }
            if (Files.isDirectory(source.current().resolve(MECHANICS))) {
                copy(source.current().resolve(MECHANICS), copy.resolve(MECHANICS), true);
            }
            Decider decider = loader.apply(copy);
            if (!decider.release().equals(expected)) {
                throw new RetriageException(RetriageException.Kind.REFUSED, ("本机的 %s 与开始重判时（规则版本 %s）不同，不能接着判；"
                        + "请换回原来的程序与 mechanics 文件夹，或取消后重新开始").formatted(source.current().resolve(MECHANICS), expected.version()));
            }
            return decider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(copy);
        }
    }

    private void keep(String pin, Path folder) throws IOException {
        List<Object[]> rows = new ArrayList<>();
        for (Path file : files(folder, false)) {
            rows.add(new Object[] {pin, folder.relativize(file).toString().replace('\\', '/'), pack(Files.readAllBytes(file))});
        }
        try {
            transaction.executeWithoutResult(status -> {
                if (jdbc.sql("select count(*) from retriage_rules where pin = ?").param(pin).query(Long.class).single() == 0) {
                    MultiRow.insert(jdbc, "retriage_rules (pin, path, content)", rows);
                }
            });
        } catch (DuplicateKeyException keptByAnotherCopy) {
            // the same name stands for the same content
        }
    }

    private static void copy(Path from, Path to, boolean mechanics) throws IOException {
        for (Path file : files(from, mechanics)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    private static List<Path> files(Path folder, boolean mechanics) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(".csv") || file.toString().endsWith(".yaml")
                    || mechanics && file.toString().endsWith(".drl")).sorted().toList();
        }
    }

    private static String pin(Decision.ReleaseId release) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((release.version() + "\0" + release.sha256()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String pack(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    private static byte[] unpack(String content) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(content)))) {
            return in.readAllBytes();
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("jianwang-rules");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
