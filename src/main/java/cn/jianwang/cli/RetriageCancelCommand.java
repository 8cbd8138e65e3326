package cn.jianwang.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "cancel", description = "取消一次重判；已写入的修订保留。")
final class RetriageCancelCommand extends RetriageSteering implements Callable<Integer> {

    @Mixin
    private ChosenRun run;

    RetriageCancelCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws InterruptedException {
        return use(retriage -> {
            surroundings.words().println("已取消：" + RetriageWatch.bar(retriage.cancel(run.id, run.by)));
            return Exit.FINE;
        });
    }
}
