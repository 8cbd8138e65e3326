package cn.jianwang.cli;

import cn.jianwang.retriage.FileRetriage;
import cn.jianwang.retriage.Request;
import cn.jianwang.retriage.RetriageException;
import cn.jianwang.retriage.Run;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(name = "retriage", description = "按另一版规则重判历史事件。默认只报告，加 --apply 才把有变化的写成新修订。")
final class RetriageCommand implements Callable<Integer> {

    private static final int MOST_THREADS = 256;

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Mixin
    private SelectionOptions selection;

    @Option(names = "--rules", paramLabel = "目录", description = "规则目录，可以是待发布的候选目录（默认为现用版本；文件方式或还没有发布过时为 rules）")
    private Path rules;

    @Option(names = "--release", paramLabel = "版本", description = "已发布的规则版本，代替 --rules")
    private String release;

    @Option(names = "--apply", description = "把有变化的判定写成新修订")
    private boolean apply;

    @Option(names = "--notify", description = "把每个新修订通知平台（须有 --apply，并已配置 jianwang.notify）；排队后由运行中的服务发送")
    private boolean notifyPlatform;

    @Option(names = "--reason", paramLabel = "事由", defaultValue = "", description = "为什么重判，记入留痕和报告")
    private String reason;

    @Option(names = "--by", paramLabel = "姓名", description = "经办人（默认为系统用户名）")
    private String by = System.getProperty("user.name");

    @Option(names = "--in", paramLabel = "文件", description = "文件方式：事件文件（JSONL），不用数据库")
    private Path in;

    @Option(names = "--baseline", paramLabel = "文件", description = "文件方式：原判定文件（triage 或上次 --out 的输出，顺序不限）")
    private Path baseline;

    @Option(names = "--out", paramLabel = "文件", description = "文件方式：新判定文件，一行对一行；没有变化的照抄原判定")
    private Path out;

    @Option(names = "--report", paramLabel = "目录", description = "判完把报告写到这个目录")
    private Path report;

    @Option(names = "--seed", paramLabel = "种子", description = "抽样种子，种子相同则抽出的样本相同（默认为重判编号）")
    private String seed;

    @Option(names = "--threads", paramLabel = "数", description = "线程数（默认为处理器数）")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Unmatched
    private List<String> settings = new ArrayList<>();

    RetriageCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new ParameterException(spec.commandLine(), "--threads 应在 1 到 " + MOST_THREADS + " 之间");
        }
        if (release != null && rules != null) {
            throw new ParameterException(spec.commandLine(), "--release 与 --rules 只能写一个");
        }
        if (in != null || baseline != null || out != null) {
            return files();
        }
        if (notifyPlatform && !apply) {
            throw new ParameterException(spec.commandLine(), "--notify 须与 --apply 同写：只报告的重判不改判定，没有可通知的");
        }
        try {
            Request request = new Request(selection.selection(), new Request.Rules(release, rules), apply,
                    notifyPlatform, reason, by, true, seed);
            return start(request);
        } catch (NoSuchFileException e) {
            throw new CouldNotRunException("没有这个文件：" + e.getFile());
        } catch (RetriageException e) {
            throw new CouldNotRunException(e.getMessage());
        }
    }

    private int files() throws InterruptedException {
        if (in == null || baseline == null || out == null) {
            throw new ParameterException(spec.commandLine(), "文件方式须同时写 --in、--baseline 和 --out");
        }
        if (apply || notifyPlatform || release != null || selection.given() || !settings.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "文件方式不用数据库，不能写 --apply、--notify、--release、挑选条件和其他设置；规则用 --rules 指定");
        }
        FileRetriage.Paths files = new FileRetriage.Paths(in, baseline, out, report);
        return new RetriageFiles(surroundings, files).run(rules == null ? Path.of("rules") : rules, seed, by, reason, threads);
    }

    private int start(Request request) throws InterruptedException {
        RetriageSession session = RetriageSession.open(Settings.checked(spec, settings), rules, surroundings);
        if (session == null) {
            return Exit.COULD_NOT_RUN;
        }
        try (session) {
            Run run = session.retriage().start(request);
            surroundings.words().println("编号：" + run.id());
            int code = new RetriageWatch(session.retriage(), surroundings).work(run, threads, by);
            if (report != null) {
                RetriageReportCommand.write(session.retriage(), run.id(), report, surroundings);
            }
            return code;
        }
    }
}
