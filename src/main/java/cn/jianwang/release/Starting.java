package cn.jianwang.release;

import cn.jianwang.rulebook.RulesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What serves when the service starts: the active release; where it cannot be used, the newest before it that can; and
 * where nothing is active, the shipped rules folder.
 *
 * @param failure why the active release does not serve; empty where all is in order
 */
public record Starting(Release release, Optional<String> failure) {

    /**
     * Loads what is to serve.
     *
     * @throws RulesException          where the rules folder is to serve and is not sound
     * @throws DamagedReleaseException where no release can be used, or there is neither a release nor a rules folder
     */
    public static Starting load(ReleaseShelf shelf, Path rules) {
        Optional<String> active = shelf.active();
        return active.isPresent() ? published(shelf, active.get()) : new Starting(folder(rules), Optional.empty());
    }

    /** Loads a rules folder as it is. Throws as {@link #load} does. */
    public static Release folder(Path rules) {
        if (!Files.isDirectory(rules)) {
            throw new DamagedReleaseException("没有找到规则文件夹 " + rules + "。怎么改：在含有 rules 的文件夹里启动，或用 --rules 写明规则文件夹的位置");
        }
        return Release.load(rules);
    }

    private static Starting published(ReleaseShelf shelf, String active) {
        List<String> versions = new ArrayList<>(shelf.versions());
        int until = versions.indexOf(active);
        versions = new ArrayList<>(versions.subList(0, until < 0 ? versions.size() : until));
        versions.add(active);
        Collections.reverse(versions);
        List<String> failures = new ArrayList<>();
        for (String version : versions) {
            try {
                Release release = Release.load(shelf.verified(version).rules());
                return new Starting(release, failures.isEmpty() ? Optional.empty()
                        : Optional.of(String.join("\n", failures) + "\n现用 " + version + " 代替。"));
            } catch (RulesException | DamagedReleaseException refused) {
                failures.add("版本 " + version + " 用不了：" + refused.getMessage());
            }
        }
        throw new DamagedReleaseException(String.join("\n", failures));
    }
}
