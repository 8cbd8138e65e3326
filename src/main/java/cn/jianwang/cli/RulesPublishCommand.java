package cn.jianwang.cli;

import cn.jianwang.release.PublishedRelease;
import cn.jianwang.release.Publisher;
import cn.jianwang.release.ReleaseShelf;
import cn.jianwang.release.Submission;
import cn.jianwang.trial.MutationReport;
import cn.jianwang.trial.PublishGates;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "publish", description = "过全部关口，把规则文件夹发布为一个不再改动的版本并启用；过不了时一次列出全部原因。")
final class RulesPublishCommand implements Callable<Integer> {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Surroundings surroundings;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "文件夹", arity = "0..1", defaultValue = "rules", description = "规则文件夹，默认 rules")
    private Path rules;

    @Option(names = "--author", paramLabel = "姓名", defaultValue = "", description = "起草人")
    private String author;

    @Option(names = "--reviewer", paramLabel = "姓名", defaultValue = "", description = "复核人，不能是起草人")
    private String reviewer;

    @Option(names = "--note", paramLabel = "说明", defaultValue = "", description = "这次改了什么；停用或降档的行在句中带上编号写明理由")
    private String note;

    @Option(names = "--cases", paramLabel = "文件夹", description = "案例文件夹，默认是规则文件夹旁边的 test-cases")
    private Path cases;

    @Option(names = "--releases", paramLabel = "文件夹", defaultValue = "releases", description = "放发布版本的文件夹，默认 releases")
    private Path releases;

    @Option(names = "--least", paramLabel = "分", defaultValue = "" + MutationReport.LEAST, description = "变异关口：线索、排除、档位三张表逐行删去，案例变红的比例低于它就不发布，默认 0.9")
    private double least;

    @Option(names = "--hold", description = "只发布，不启用")
    private boolean hold;

    RulesPublishCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        RulesFolders.require(rules);
        Path folder = cases != null ? cases : rules.toAbsolutePath().normalize().resolveSibling("test-cases");
        Submission submission = new Submission(author, reviewer, note);
        Publisher publisher = new Publisher(new ReleaseShelf(releases), PublishGates.all(least), Clock.system(SHANGHAI));
        Publisher.Outcome outcome = publisher.publish(rules, folder, submission, submission.author(), hold, null);
        if (!outcome.published()) {
            outcome.findings().forEach(finding -> surroundings.words().println("【" + finding.gate() + "】" + finding.text() + "\n"));
            surroundings.words().println("没有发布：" + outcome.findings().size() + " 处过不了关口。");
            return Exit.FINDINGS;
        }
        PublishedRelease release = outcome.release();
        surroundings.words().println("已发布 " + release.version() + "（" + release.level() + "，上一版 " + release.previous() + "）到 " + release.folder());
        surroundings.words().println(hold ? "没有启用；启用：rules rollback " + release.version() : "已启用，正在运行的服务几秒内换用。");
        return Exit.FINE;
    }
}
