package cn.jianwang.cli;

import cn.jianwang.release.Release;
import cn.jianwang.rulebook.Problem;
import cn.jianwang.rulebook.RulebookReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "check", description = "逐格检查规则文件，一次列出全部问题。")
final class RulesCheckCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "文件夹", arity = "0..1", defaultValue = "rules", description = "规则文件夹，默认 rules")
    private Path rules;

    RulesCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        RulesFolders.require(rules);
        RulebookReader.Result result = RulebookReader.inspect(rules);
        List<Problem> problems = Stream.concat(result.problems().stream(), Release.inspectMechanics(rules).stream()).sorted().toList();
        problems.forEach(problem -> surroundings.words().println(problem + "\n"));
        surroundings.words().println(problems.isEmpty() ? "规则检查通过：" + result.rulebook().rows().size() + " 行规则，"
                + result.rulebook().terms().size() + " 个词语。" : "共 " + problems.size() + " 个问题。");
        return problems.isEmpty() ? Exit.FINE : Exit.FINDINGS;
    }
}
