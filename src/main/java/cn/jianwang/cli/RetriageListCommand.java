package cn.jianwang.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "list", description = "列出最近的重判。")
final class RetriageListCommand extends RetriageSteering implements Callable<Integer> {

    private static final int MOST = 50;

    RetriageListCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws InterruptedException {
        return use(retriage -> {
            retriage.list(MOST).forEach(run -> surroundings.words().printf("%s  %s  %s  规则版本 %s  %s  %s%n", run.id(),
                    run.status().title(), run.apply() ? "写入" : "只报告", run.release().version(), RetriageWatch.bar(run), run.reason()));
            return Exit.FINE;
        });
    }
}
