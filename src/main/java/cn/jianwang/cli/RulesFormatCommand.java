package cn.jianwang.cli;

import cn.jianwang.rulebook.RulesFormat;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "format", description = "把规则文件写成统一的样子：UTF-8、列序、分隔符、日期。只改写法，不改意思。")
final class RulesFormatCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "文件夹", arity = "0..1", defaultValue = "rules", description = "规则文件夹，默认 rules")
    private Path rules;

    @Option(names = "--check", description = "只说明会改什么，不写文件；有要改的，退出码为 1")
    private boolean check;

    RulesFormatCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        RulesFolders.require(rules);
        RulesFormat.Plan plan = RulesFormat.plan(rules);
        plan.problems().forEach(problem -> surroundings.words().println(problem + "\n"));
        plan.changes().forEach(change -> surroundings.words().println(change));
        if (!check) {
            plan.apply(rules);
        }
        String done = plan.changes().isEmpty() ? "没有要改的写法。"
                : (check ? "有 " : "已改写 ") + plan.changes().size() + (check ? " 个文件要改写。" : " 个文件。");
        surroundings.words().println(done + (plan.problems().isEmpty() ? "" : "有问题的文件原样未动。"));
        boolean findings = !plan.problems().isEmpty() || check && !plan.changes().isEmpty();
        return findings ? Exit.FINDINGS : Exit.FINE;
    }
}
