package cn.jianwang.cli;

import cn.jianwang.release.Release;
import cn.jianwang.trial.TrialReport;
import cn.jianwang.trial.Trials;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "test", description = "试跑规则里的正例、反例和 test-cases 里的案例。")
final class RulesTestCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "文件夹", arity = "0..1", defaultValue = "rules", description = "规则文件夹，默认 rules")
    private Path rules;

    @Option(names = "--cases", paramLabel = "文件夹", description = "案例文件夹，默认是规则文件夹旁边的 test-cases")
    private Path cases;

    RulesTestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        RulesFolders.require(rules);
        Path folder = cases != null ? cases : rules.toAbsolutePath().normalize().resolveSibling("test-cases");
        TrialReport report = new Trials(Release.load(rules)).run(folder);
        report.failures().forEach(failure -> surroundings.words().println(failure + "\n"));
        surroundings.words().println("试跑 " + report.examples() + " 个样例、" + report.cases() + " 个案例（其中待改进 " + report.todo() + " 个），"
                + (report.passed() ? "全部符合。" : report.failures().size() + " 个不符。"));
        return report.passed() ? Exit.FINE : Exit.FINDINGS;
    }
}
