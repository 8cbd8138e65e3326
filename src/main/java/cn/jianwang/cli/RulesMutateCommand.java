package cn.jianwang.cli;

import cn.jianwang.event.JsonCodec;
import cn.jianwang.release.Release;
import cn.jianwang.trial.Mutation;
import cn.jianwang.trial.MutationReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "mutate", description = "逐个删去一行、一个条件、一个词语，看有没有案例或例子变红：没有变红的，坏了也没人知道。")
final class RulesMutateCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Mixin
    private TrialOptions trials;

    @Option(names = "--table", paramLabel = "表", split = "[,，；]", description = "只试这几张表，如 线索规则,排除规则；默认全部")
    private List<String> tables = List.of();

    @Option(names = "--words", paramLabel = "个数", defaultValue = "500", description = "抽多少个词语来试（每次抽到的相同），默认 500")
    private int words;

    @Option(names = "--least", paramLabel = "分", defaultValue = "" + MutationReport.LEAST, description = "线索、排除、档位三张表的行，得分低于它就以 1 退出，默认 0.9")
    private double least;

    @Option(names = "--json", description = "按 JSON 输出")
    private boolean json;

    RulesMutateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        for (String table : tables) {
            if (!Mutation.tables().contains(table)) {
                throw new ParameterException(spec.commandLine(), "没有「" + table + "」这张表，可填：" + String.join("、", Mutation.tables()));
            }
        }
        if (words < 0) {
            throw new ParameterException(spec.commandLine(), "--words 不能小于 0");
        }
        MutationReport report = new Mutation(Release.load(trials.rules()), trials.cases()).run(tables, words);
        boolean enough = report.below(least).isEmpty();
        if (json) {
            surroundings.words().println(JsonCodec.write(Map.of("scores", report.scores(), "survivors", report.survivors())));
        } else {
            print(report, enough);
        }
        return enough ? Exit.FINE : Exit.FINDINGS;
    }

    private void print(MutationReport report, boolean enough) {
        PrintWriter out = surroundings.words();
        for (MutationReport.Outcome survivor : report.survivors()) {
            out.println(survivor.table() + "  " + survivor.missing() + "：没有变红（试了 " + survivor.tried() + " 个）\n  怎么补：" + survivor.advice());
        }
        out.println();
        for (MutationReport.Score score : report.scores()) {
            out.println(score.table() + "  " + score.kind() + "  " + String.format(Locale.ROOT, "%.3f", score.value()) + "（删 " + score.mutants()
                        + "，变红 " + score.killed() + "）" + (score.isGuarded() && score.value() < least ? "  低于 " + least : ""));
        }
        out.println(enough ? "线索、排除、档位三张表的行都不低于 " + least + "。" : "三张要紧的表没有都达到 " + least + "，照上面的“怎么补”添案例。");
    }
}
