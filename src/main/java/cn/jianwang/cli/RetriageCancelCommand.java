package cn.jianwang.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "cancel", description = "取消一次重判；已写入的修订保留。")
final class RetriageCancelCommand extends RetriageSteering implements Callable<Integer> {

    @Parameters(paramLabel = "编号", description = "retriage list 列出的编号")
    private String id;

    @Option(names = "--by", paramLabel = "姓名", description = "经办人（默认为系统用户名）")
    private String by = System.getProperty("user.name");

    RetriageCancelCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws InterruptedException {
        return use(retriage -> {
            surroundings.words().println("已取消：" + RetriageWatch.bar(retriage.cancel(id, by)));
            return Exit.FINE;
        });
    }
}
