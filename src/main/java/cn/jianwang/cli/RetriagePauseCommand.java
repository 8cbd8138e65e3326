package cn.jianwang.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "pause", description = "暂停一次重判，判到哪里都不丢。")
final class RetriagePauseCommand extends RetriageSteering implements Callable<Integer> {

    @Parameters(paramLabel = "编号", description = "retriage list 列出的编号")
    private String id;

    @Option(names = "--by", paramLabel = "姓名", description = "经办人（默认为系统用户名）")
    private String by = System.getProperty("user.name");

    RetriagePauseCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws InterruptedException {
        return use(retriage -> {
            surroundings.words().println("已暂停：" + RetriageWatch.bar(retriage.pause(id, by)));
            return Exit.FINE;
        });
    }
}
