package cn.jianwang.cli;

import cn.jianwang.retriage.Retriage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "report", description = "写出一次重判的报告：report.html（可打印签字）、report.xlsx、report.json、changes.csv。")
final class RetriageReportCommand extends RetriageSteering implements Callable<Integer> {

    @Parameters(paramLabel = "编号", description = "retriage list 列出的编号")
    private String id;

    @Option(names = "--out", required = true, paramLabel = "目录", description = "报告写到这个目录")
    private Path out;

    RetriageReportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws InterruptedException {
        return use(retriage -> {
            write(retriage, id, out, surroundings);
            return Exit.FINE;
        });
    }

    static void write(Retriage retriage, String id, Path folder, Surroundings surroundings) {
        try {
            retriage.report(id, folder);
            surroundings.words().println("报告：" + folder.resolve("report.html"));
        } catch (IOException e) {
            throw new CouldNotRunException("报告写不出来：" + e.getMessage());
        }
    }
}
