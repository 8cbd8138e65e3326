package cn.jianwang.cli;

import cn.jianwang.release.DamagedReleaseException;
import cn.jianwang.release.Journal;
import cn.jianwang.release.PublishedRelease;
import cn.jianwang.release.Release;
import cn.jianwang.release.ReleaseShelf;
import cn.jianwang.rulebook.RulesException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "rollback", description = "回到一个已发布的版本；正在运行的服务几秒内换用。")
final class RulesRollbackCommand implements Callable<Integer> {

    private static final String ACTION = "回滚";

    private final Surroundings surroundings;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "版本", description = "版本号，见 rules releases")
    private String version;

    @Option(names = "--reason", paramLabel = "原因", defaultValue = "", description = "为什么回滚，记入审计记录")
    private String reason;

    @Option(names = "--by", paramLabel = "姓名", defaultValue = "", description = "谁回滚的，记入审计记录")
    private String by;

    @Option(names = "--releases", paramLabel = "文件夹", defaultValue = "releases", description = "放发布版本的文件夹，默认 releases")
    private Path releases;

    RulesRollbackCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        ReleaseShelf shelf = new ReleaseShelf(releases);
        Journal journal = new Journal(shelf);
        try {
            PublishedRelease release = shelf.verified(version);
            Release.load(release.rules()).close();
            shelf.activate(version);
            journal.done(ACTION, by, version, reason);
            surroundings.words().println("已启用 " + version + "（" + release.note() + "），正在运行的服务几秒内换用。");
            return Exit.FINE;
        } catch (DamagedReleaseException | RulesException refused) {
            journal.refused(ACTION, by, version, refused.getMessage());
            throw new CouldNotRunException("没有回滚，原来的版本照旧。" + refused.getMessage());
        }
    }
}
