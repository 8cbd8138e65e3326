package cn.jianwang.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Identity of a rules folder: version as its release sheet names it, and a hash over all rule files. */
public final class RulesFolder {

    private static final String RELEASE_SHEET = "release.yaml";

    private RulesFolder() {
    }

    /** 版本 of the release sheet, or 未发布. */
    public static String version(Path root) {
        Path sheet = root.resolve(RELEASE_SHEET);
        if (!Files.isRegularFile(sheet)) {
            return "未发布";
        }
        try (Stream<String> lines = Files.lines(sheet, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("版本:")).map(line -> line.substring(3).strip()).findFirst().orElse("未发布");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 over relative path and bytes of every CSV and DRL file in path order, in hex. */
    public static String sha256(Path root) {
        try (Stream<Path> walk = Files.walk(root)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> files = walk.filter(p -> p.toString().endsWith(".csv") || p.toString().endsWith(".drl")).sorted().toList();
            for (Path file : files) {
                digest.update(root.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
