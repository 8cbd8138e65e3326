package cn.jianwang.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "resume", description = "接着判暂停或中断的重判，由本进程做完；规则仍是开始时的那一版。")
final class RetriageResumeCommand extends RetriageSteering implements Callable<Integer> {

    @Mixin
    private ChosenRun run;

    @Option(names = "--threads", paramLabel = "数", description = "线程数（默认为处理器数）")
    private int threads = Runtime.getRuntime().availableProcessors();

    RetriageResumeCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws InterruptedException {
        return use(retriage -> new RetriageWatch(retriage, surroundings)
                .work(retriage.resume(run.id, run.by, true), threads, run.by));
    }
}
