package cn.jianwang.cli;

import cn.jianwang.rulebook.RulebookReader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
        result.problems().forEach(problem -> surroundings.words().println(problem + "\n"));
        surroundings.words().println(result.isSound() ? "规则检查通过：" + result.rulebook().rows().size() + " 行规则，"
                + result.rulebook().terms().size() + " 个词语。" : "共 " + result.problems().size() + " 个问题。");
        return result.isSound() ? Exit.FINE : Exit.FINDINGS;
    }
}
