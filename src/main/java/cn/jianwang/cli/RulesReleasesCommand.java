package cn.jianwang.cli;

import cn.jianwang.release.PublishedRelease;
import cn.jianwang.release.ReleaseShelf;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "releases", description = "列出已发布的规则版本，* 为启用中的。")
final class RulesReleasesCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Surroundings surroundings;

    @Mixin
    private HelpOption help;

    @Option(names = "--releases", paramLabel = "文件夹", defaultValue = "releases", description = "放发布版本的文件夹，默认 releases")
    private Path releases;

    RulesReleasesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        ReleaseShelf shelf = new ReleaseShelf(releases);
        Optional<String> active = shelf.active();
        if (shelf.versions().isEmpty()) {
            surroundings.words().println("还没有发布过版本，服务直接用规则文件夹。");
        }
        for (PublishedRelease release : shelf.releases()) {
            surroundings.words().println("%s %s  %s  %s  起草 %s  复核 %s  %s".formatted(active.filter(release.version()::equals).isPresent() ? "*" : " ",
                    release.version(), TIME.format(release.publishedAt()), release.level(), release.author(), release.reviewer(), release.note()));
        }
        return Exit.FINE;
    }
}
