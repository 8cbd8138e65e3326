package cn.jianwang.cli;

import cn.jianwang.release.Release;
import cn.jianwang.trial.TrialReport;
import cn.jianwang.trial.Trials;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "test", description = "试跑规则里的正例、反例和 test-cases 里的案例。")
final class RulesTestCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HelpOption help;

    @Mixin
    private TrialOptions trials;

    RulesTestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        TrialReport report = new Trials(Release.load(trials.rules())).run(trials.cases());
        report.failures().forEach(failure -> surroundings.words().println(failure + "\n"));
        surroundings.words().println("试跑 " + report.examples() + " 个样例、" + report.cases() + " 个案例（其中待改进 " + report.todo() + " 个），"
                + (report.passed() ? "全部符合。" : report.failures().size() + " 个不符。"));
        return report.passed() ? Exit.FINE : Exit.FINDINGS;
    }
}
