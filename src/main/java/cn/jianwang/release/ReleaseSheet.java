package cn.jianwang.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** 发布单 {@code release.yaml}: written by the machine, and what a release is checked against before it is used. */
final class ReleaseSheet {

    static final String FILE = "release.yaml";
    static final String NONE = "无";

    private ReleaseSheet() {
    }

    /** @param passed names of the gates that were passed */
    static void write(Path rules, PublishedRelease release, List<String> passed) {
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("版本", release.version());
        sheet.put("上一版", release.previous());
        sheet.put("说明", release.note());
        sheet.put("改动级别", release.level().name());
        sheet.put("内容摘要", release.sha256());
        sheet.put("签字", List.of(signature(release.author(), "起草", release), signature(release.reviewer(), "复核", release)));
        sheet.put("关口", passed);
        sheet.put("文件", hashes(rules));
        DumpSettings settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setSchema(new FailsafeSchema()).setWidth(200).build();
        try {
            Files.writeString(rules.resolve(FILE), new Dump(settings).dumpToString(sheet));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> signature(String name, String role, PublishedRelease release) {
        Map<String, String> signature = new LinkedHashMap<>();
        signature.put("人", name);
        signature.put("角色", role);
        signature.put("时间", release.publishedAt().toString());
        return signature;
    }

    /** @throws DamagedReleaseException where the sheet is missing or does not say what it must */
    static PublishedRelease read(Path folder) {
        Map<?, ?> sheet = sheet(folder.resolve("rules"));
        try {
            List<?> signatures = (List<?>) sheet.get("签字");
            Map<?, ?> author = (Map<?, ?>) signatures.get(0);
            Map<?, ?> reviewer = (Map<?, ?>) signatures.get(1);
            return new PublishedRelease(text(sheet, "版本"), text(sheet, "上一版"), text(sheet, "说明"), ChangeLevel.valueOf(text(sheet, "改动级别")),
                    text(sheet, "内容摘要"), text(author, "人"), text(reviewer, "人"), OffsetDateTime.parse(text(author, "时间")), folder);
        } catch (RuntimeException incomplete) {
            throw new DamagedReleaseException("发布单 " + folder.resolve("rules").resolve(FILE) + " 不完整。怎么改：从备份取回整个版本文件夹");
        }
    }

    private static Map<?, ?> sheet(Path rules) {
        try {
            Object sheet = new Load(LoadSettings.builder().setSchema(new FailsafeSchema()).build())
                    .loadFromString(Files.readString(rules.resolve(FILE)));
            if (sheet instanceof Map<?, ?> map) {
                return map;
            }
        } catch (IOException | YamlEngineException unreadable) {
            // told below, like a sheet that is something else
        }
        throw new DamagedReleaseException("发布单 " + rules.resolve(FILE) + " 读不了。怎么改：从备份取回整个版本文件夹");
    }

    private static String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(key);
    }

    /** 版本 of the sheet in a working folder, or 无. */
    static String versionOf(Path rules) {
        try {
            return text(sheet(rules), "版本");
        } catch (DamagedReleaseException | IllegalArgumentException none) {
            return NONE;
        }
    }

    /** @throws DamagedReleaseException naming every file that is not as it was when the release was published */
    static void verify(PublishedRelease release) {
        Map<String, String> found = hashes(release.rules());
        List<String> wrong = new ArrayList<>();
        Map<String, String> expected = new TreeMap<>();
        if (sheet(release.rules()).get("文件") instanceof Map<?, ?> files) {
            files.forEach((file, hash) -> expected.put(file.toString(), hash.toString()));
        }
        expected.forEach((file, hash) -> {
            String now = found.remove(file);
            if (!hash.equals(now)) {
                wrong.add(file + (now == null ? " 不见了" : " 被改动过"));
            }
        });
        found.keySet().forEach(file -> wrong.add(file + " 是后来加的"));
        if (!wrong.isEmpty()) {
            throw new DamagedReleaseException("版本 " + release.version() + " 与发布单不符：" + String.join("；", wrong) + "。怎么改：从备份取回整个版本文件夹");
        }
    }

    /** SHA-256 of every rule file by its path. */
    private static Map<String, String> hashes(Path rules) {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(rules)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : walk.filter(p -> p.toString().endsWith(".csv") || p.toString().endsWith(".drl")).toList()) {
                hashes.put(rules.relativize(file).toString().replace('\\', '/'), HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file))));
            }
            return hashes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
