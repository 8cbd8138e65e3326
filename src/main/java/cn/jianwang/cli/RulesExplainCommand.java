package cn.jianwang.cli;

import cn.jianwang.decision.Trace;
import cn.jianwang.event.Channel;
import cn.jianwang.event.GridEvent;
import cn.jianwang.fact.Fact;
import cn.jianwang.release.Release;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "explain", description = "说明一段文字为什么这样判：认定了哪些事实，哪些规则成立，差一步的是哪些。")
final class RulesExplainCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "文字", description = "要说明的文字")
    private String text;

    @Option(names = "--rules", paramLabel = "文件夹", defaultValue = "rules", description = "规则文件夹，默认 rules")
    private Path rules;

    RulesExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        RulesFolders.require(rules);
        Trace trace = Release.load(rules).trace(new GridEvent("解释", "1", null, text, Channel.OTHER, null, null, null, null, null,
                null, List.of(), null, null, null, null, List.of(), 0, null, List.of(), null, Map.of()));
        PrintWriter out = surroundings.words();
        out.println("事实：");
        for (Fact fact : trace.facts()) {
            out.println("  " + fact.name() + "「" + trace.reading().quote(fact.start(), fact.end()) + "」" + fact.source()
                        + (fact.isAsserted() ? "" : "  不计：" + fact.polarity() + "、" + fact.modality()));
        }
        out.println("成立的规则：");
        trace.holding().stream().filter(row -> !row.condition().all().isEmpty() || !row.condition().any().isEmpty())
                .forEach(row -> out.println("  " + row.id() + " " + row.name()));
        out.println("差一步：");
        trace.decision().nearMisses().forEach(near -> out.println("  " + near.rule() + " 缺 " + String.join(" 或 ", near.missing())));
        out.println("结论：" + trace.decision().tier() + " " + trace.decision().domains());
        trace.decision().explanation().forEach(sentence -> out.println("  " + sentence));
        trace.decision().excluded().forEach(e -> out.println("  排除 " + e.rule() + "：" + e.reason()));
        return Exit.FINE;
    }
}
