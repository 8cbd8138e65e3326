package cn.jianwang.cli;

import cn.jianwang.event.JsonCodec;
import cn.jianwang.release.Release;
import cn.jianwang.trial.Coverage;
import cn.jianwang.trial.CoverageReport;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "coverage", description = "列出例子和案例从来没有用到的行、条件和词语；暂时容许的行登记在 coverage-exceptions.csv。")
final class RulesCoverageCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HelpOption help;

    @Mixin
    private TrialOptions trials;

    @Option(names = "--terms", description = "逐个列出没有用到的词语；不写只报个数")
    private boolean terms;

    @Option(names = "--json", description = "按 JSON 输出")
    private boolean json;

    RulesCoverageCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CoverageReport full = Coverage.of(Release.load(trials.rules()), trials.cases(), LocalDate.now());
        CoverageReport report = terms ? full
                : new CoverageReport(full.tables(), full.rows(), full.literals(), List.of(), full.listed(), full.problems());
        if (json) {
            surroundings.words().println(JsonCodec.write(report));
        } else {
            print(report);
        }
        return report.passed() ? Exit.FINE : Exit.FINDINGS;
    }

    private void print(CoverageReport report) {
        PrintWriter out = surroundings.words();
        report.terms().forEach(gap -> out.println("没有用到的词语：" + gap.row() + "（" + gap.item() + "）"));
        report.literals().forEach(gap -> out.println("没有用到的条件：" + gap.table() + " " + gap.row() + " " + gap.item()));
        report.rows().forEach(gap -> out.println("没有用到的行：" + gap.table() + " " + gap.row()));
        report.problems().forEach(problem -> out.println(problem + "\n"));
        out.println();
        for (CoverageReport.Count count : report.tables()) {
            out.println(count.table() + "  " + count.usedRows() + "/" + count.rows() + " 行"
                        + (count.literals() == 0 ? "" : "  条件 " + count.usedLiterals() + "/" + count.literals()));
        }
        out.println(report.rows().isEmpty() ? "每一行都用到了（另有 " + report.listed() + " 行登记为例外）。"
                : report.rows().size() + " 行没有用到又没有登记：补例子或案例，一时补不了的登记到 coverage-exceptions.csv。");
    }
}
