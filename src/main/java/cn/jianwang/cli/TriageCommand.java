package cn.jianwang.cli;

import cn.jianwang.decision.Decider;
import cn.jianwang.opinion.OpinionModel;
import cn.jianwang.opinion.SecondOpinions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "triage", description = "判定一个文件，每行一个事件，每行输出一个判定，顺序不变；不用数据库。")
final class TriageCommand implements Callable<Integer> {

    private static final String STANDARD = "-";
    private static final int MOST_THREADS = 256;

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Option(names = "--in", required = true, paramLabel = "文件", description = "事件文件（JSONL），- 为标准输入")
    private String in;

    @Option(names = "--out", required = true, paramLabel = "文件", description = "判定文件（JSONL），- 为标准输出")
    private String out;

    @Option(names = "--threads", paramLabel = "数", description = "线程数（默认为处理器数）")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--rules", paramLabel = "目录", defaultValue = "rules", description = "规则目录（默认 rules）")
    private Path rules;

    @Option(names = "--opinion", paramLabel = "文件", description = "第二意见模型（opinion train 的输出）：判定旁多一个 secondOpinion 字段，判定不变")
    private Path opinion;

    @Option(names = "--compare-floor", description = "最后把判定和裸 HanLP 分词在同样的文本上交替再跑一遍，比较两者的速度")
    private boolean compareFloor;

    TriageCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        checkUsage();
        try (InputStream events = in.equals(STANDARD) ? surroundings.in() : Files.newInputStream(Path.of(in))) {
            SecondOpinions opinions = opinion == null ? null : new SecondOpinions(OpinionModel.read(opinion));
            Decider rulesAlone = surroundings.releases().apply(rules);
            Decider release = opinions == null ? rulesAlone : opinions.beside(rulesAlone);
            return triage(events, release);
        } catch (NoSuchFileException e) {
            throw new CouldNotRunException("没有这个文件或目录：" + e.getFile());
        } catch (AccessDeniedException e) {
            throw new CouldNotRunException("没有权限读写：" + e.getFile());
        } catch (IOException e) {
            throw new CouldNotRunException("读写失败，结果不完整：" + e.getMessage());
        }
    }

    private int triage(InputStream events, Decider release) throws IOException, InterruptedException {
        Progress progress = surroundings.terminal()
                ? Progress.on(surroundings.err(), in.equals(STANDARD) ? -1 : Files.size(Path.of(in)))
                : Progress.none();
        TriageRun.Result result;
        try (OutputStream decisions = out.equals(STANDARD) ? surroundings.out() : Files.newOutputStream(Path.of(out))) {
            result = new TriageRun(release, threads, progress).run(events, decisions);
        }
        surroundings.err().printf("共 %,d 行，判定 %,d 条，坏行 %,d 条；用时 %.1f 秒，%,.0f 条/秒（%d 线程，规则版本 %s）%n", result.lines(),
                result.lines() - result.bad(), result.bad(), result.seconds(), result.perSecond(), threads,
                release.release().version());
        if (compareFloor) {
            compare(release);
        }
        return result.bad() == 0 ? Exit.FINE : Exit.BAD_LINES;
    }

    private void compare(Decider release) throws IOException, InterruptedException {
        FloorComparison.Rates rates = new FloorComparison(release, surroundings.floor(), threads).measure(Path.of(in));
        surroundings.err().printf("预热后交替比较（同样的文本，%d 线程）：判定 %,.0f 条/秒，裸 HanLP 分词 %,.0f 条/秒；判定速度是它的 %.2f 倍%n", threads,
                rates.decided(), rates.segmented(), rates.ratio());
    }

    private void checkUsage() throws IOException {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new ParameterException(spec.commandLine(), "--threads 应在 1 到 " + MOST_THREADS + " 之间");
        }
        if (compareFloor && in.equals(STANDARD)) {
            throw new ParameterException(spec.commandLine(), "--compare-floor 要把文件再读一遍，--in 不能是标准输入");
        }
        if (!in.equals(STANDARD) && !out.equals(STANDARD) && Files.exists(Path.of(out)) && Files.exists(Path.of(in))
                && Files.isSameFile(Path.of(in), Path.of(out))) {
            throw new ParameterException(spec.commandLine(), "--in 和 --out 是同一个文件，会毁掉输入");
        }
    }
}
