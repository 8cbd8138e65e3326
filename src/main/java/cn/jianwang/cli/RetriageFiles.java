package cn.jianwang.cli;

import cn.jianwang.decision.Decider;
import cn.jianwang.decision.Decision;
import cn.jianwang.release.Release;
import cn.jianwang.release.ReleaseShelf;
import cn.jianwang.retriage.EditCauses;
import cn.jianwang.retriage.FileRetriage;
import cn.jianwang.retriage.RetriageException;
import cn.jianwang.retriage.RuleSource;
import cn.jianwang.retriage.Run;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Re-triage from file to file. */
final class RetriageFiles {

    private final Surroundings surroundings;
    private final FileRetriage.Paths files;

    RetriageFiles(Surroundings surroundings, FileRetriage.Paths files) {
        this.surroundings = surroundings;
        this.files = files;
    }

    /** Returns the exit code. */
    int run(Path rules, String seed, String by, String reason, int threads) throws InterruptedException {
        try {
            for (Path read : List.of(files.events(), files.baseline())) {
                if (Files.exists(files.out()) && Files.exists(read) && Files.isSameFile(read, files.out())) {
                    throw new CouldNotRunException("--out 和 " + read + " 是同一个文件，会毁掉输入");
                }
            }
            Decider decider = surroundings.releases().apply(rules);
            FileRetriage retriage = new FileRetriage(decider, seed == null ? files.events().getFileName().toString() : seed, by, reason,
                    new EditCauses(release -> rulesOf(release, rules)));
            return told(retriage.run(files, threads, new RetriageWatch(null, surroundings)::show));
        } catch (RetriageException e) {
            throw new CouldNotRunException(e.getMessage());
        } catch (NoSuchFileException e) {
            throw new CouldNotRunException("没有这个文件或目录：" + e.getFile());
        } catch (AccessDeniedException e) {
            throw new CouldNotRunException("没有权限读写：" + e.getFile());
        } catch (IOException e) {
            throw new CouldNotRunException("读写失败，结果不完整：" + e.getMessage());
        }
    }

    /** The rules of a release: those of the run, the shipped ones of this folder, or published ones beside it. */
    private static Optional<Path> rulesOf(Decision.ReleaseId release, Path rules) {
        Path working = Path.of("rules");
        RuleSource source = RuleSource.of(new ReleaseShelf(Path.of("releases")), working, true, Path.of("candidates"));
        return Release.isAt(rules, release) ? Optional.of(rules) : source.of(release);
    }

    private int told(FileRetriage.Result result) {
        Run run = result.run();
        surroundings.err().printf("%n共判 %,d 件，变化 %,d 件，失败 %,d 件，没有原判定 %,d 件，坏行 %,d 行；%,.0f 件/秒（规则版本 %s）%n", run.done(),
                run.changed(), run.failed(), result.fresh(), result.unreadable(), run.perSecond(), run.release().version());
        if (files.report() != null) {
            surroundings.words().println("报告：" + files.report().resolve("report.html"));
        }
        return run.failed() + result.unreadable() > 0 ? Exit.BAD_LINES : Exit.FINE;
    }
}
