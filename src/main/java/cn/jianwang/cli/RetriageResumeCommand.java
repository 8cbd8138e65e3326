package cn.jianwang.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "resume", description = "接着判暂停或中断的重判，由本进程做完；规则仍是开始时的那一版。")
final class RetriageResumeCommand extends RetriageSteering implements Callable<Integer> {

    @Parameters(paramLabel = "编号", description = "retriage list 列出的编号")
    private String id;

    @Option(names = "--by", paramLabel = "姓名", description = "经办人（默认为系统用户名）")
    private String by = System.getProperty("user.name");

    @Option(names = "--threads", paramLabel = "数", description = "线程数（默认为处理器数）")
    private int threads = Runtime.getRuntime().availableProcessors();

    RetriageResumeCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws InterruptedException {
        return use(retriage -> new RetriageWatch(retriage, surroundings)
                .work(retriage.resume(id, by, true), threads, by));
    }
}
