package cn.jianwang.cli;

import cn.jianwang.event.JsonCodec;
import cn.jianwang.release.Release;
import cn.jianwang.trial.Clean;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "clean", description = "试跑 test-cases/clean 里的净样：什么规则也不该命中；已知的登记在 known-noise.csv，到期要复核。")
final class RulesCleanCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HelpOption help;

    @Mixin
    private TrialOptions trials;

    @Option(names = "--json", description = "按 JSON 输出")
    private boolean json;

    RulesCleanCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Clean.Report report = Clean.run(Release.load(trials.rules()), trials.cases(), LocalDate.now());
        if (json) {
            surroundings.words().println(JsonCodec.write(report));
        } else {
            report.failures().forEach(failure -> surroundings.words().println(failure + "\n"));
            surroundings.words().println("净样 " + report.texts() + " 段，命中 " + report.hits() + " 处，"
                    + (report.passed() ? "没有未登记的，也没有到期的。" : report.failures().size() + " 个要处理。"));
        }
        return report.passed() ? Exit.FINE : Exit.FINDINGS;
    }
}
