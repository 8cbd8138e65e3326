package cn.jianwang.cli;

import cn.jianwang.event.JsonCodec;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.RulebookReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "check", description = "逐格检查规则文件，一次列出全部问题。")
final class RulesCheckCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "文件夹", arity = "0..1", defaultValue = "rules", description = "规则文件夹，默认 rules")
    private Path rules;

    @Option(names = "--reminders", description = "把不影响发布的提醒也逐条列出")
    private boolean reminders;

    @Option(names = "--json", description = "输出一个 JSON 对象，错误和提醒都在内")
    private boolean json;

    RulesCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        RulesFolders.require(rules);
        RulebookReader.Result result = Release.inspect(rules);
        if (json) {
            surroundings.words().println(JsonCodec.write(CheckReport.of(result)));
        } else {
            print(result);
        }
        return result.isSound() ? Exit.FINE : Exit.FINDINGS;
    }

    private void print(RulebookReader.Result result) {
        PrintWriter out = surroundings.words();
        if (reminders) {
            result.reminders().forEach(problem -> out.println(problem + "\n"));
        }
        result.problems().forEach(problem -> out.println(problem + "\n"));
        out.println(result.isSound() ? "规则检查通过：" + result.rulebook().rows().size() + " 行规则，" + result.rulebook().terms().size()
                + " 个词语。" : "共 " + result.problems().size() + " 个问题。");
        if (!result.reminders().isEmpty()) {
            Map<String, Long> kinds = result.reminders().stream().collect(Collectors.groupingBy(
                    problem -> problem.code() + " " + problem.title(), TreeMap::new, Collectors.counting()));
            out.println("另有 " + result.reminders().size() + " 条提醒，不影响发布：" + kinds.entrySet().stream()
                    .map(kind -> kind.getKey() + " " + kind.getValue() + " 条").collect(Collectors.joining("，"))
                    + (reminders ? "。" : "。加 --reminders 逐条列出。"));
        }
    }
}
