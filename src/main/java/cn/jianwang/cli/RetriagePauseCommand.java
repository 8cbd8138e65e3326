package cn.jianwang.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "pause", description = "暂停一次重判，判到哪里都不丢。")
final class RetriagePauseCommand extends RetriageSteering implements Callable<Integer> {

    @Mixin
    private ChosenRun run;

    RetriagePauseCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws InterruptedException {
        return use(retriage -> {
            surroundings.words().println("已暂停：" + RetriageWatch.bar(retriage.pause(run.id, run.by)));
            return Exit.FINE;
        });
    }
}
