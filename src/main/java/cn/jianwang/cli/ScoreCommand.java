package cn.jianwang.cli;

import cn.jianwang.measure.CostlyErrors;
import cn.jianwang.measure.EventFigures;
import cn.jianwang.measure.HeldOut;
import cn.jianwang.measure.Judged;
import cn.jianwang.measure.LabelFile;
import cn.jianwang.measure.Labelled;
import cn.jianwang.measure.LabelledEvent;
import cn.jianwang.measure.LabelledText;
import cn.jianwang.measure.Noise;
import cn.jianwang.measure.ScoreText;
import cn.jianwang.measure.TextFigures;
import cn.jianwang.release.Release;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "score", description = "用有标注的文件量准确率：按层、按领域的数字，档位混淆，代价最大的错误及其原因。")
final class ScoreCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Option(names = "--labels", paramLabel = "文件", description = "有标注的来信、工单（JSONL：id、title、text、tier、domains、stratum、why）")
    private Path labels;

    @Option(names = "--events", paramLabel = "文件", description = "有标注的事件（JSONL：id、event、tier、domains、leadType、handoff、county、department）")
    private Path events;

    @Option(names = "--held-out", negatable = true, defaultValue = "true", fallbackValue = "true",
            description = "来信里编号散列落在三分之一的那些只报数字，不显示文字和错误（默认）；--no-held-out 全部显示")
    private boolean heldOut;

    @Option(names = "--errors", paramLabel = "数", defaultValue = "20", description = "解释代价最大的多少个错误（默认 20）")
    private int errors;

    @Option(names = "--noise", paramLabel = "百分比", description = "另把百分之几的汉字换成同音或形近的字再判一遍，报告推送 F1 降了多少")
    private Double noise;

    @Option(names = "--seed", paramLabel = "数", defaultValue = "1", description = "换字的随机种子（默认 1）")
    private long seed;

    @Option(names = "--rules", paramLabel = "目录", defaultValue = "rules", description = "规则目录（默认 rules）")
    private Path rules;

    ScoreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        checkUsage();
        List<LabelledText> texts = labels == null ? List.of() : InputFiles.read(labels, LabelFile::texts);
        List<LabelledEvent> cases = events == null ? List.of() : InputFiles.read(events, LabelFile::events);
        RulesFolders.require(rules);
        Release release = Release.load(rules);
        Noise mistakes = noise == null ? null : new Noise(noise, seed);
        PrintWriter out = surroundings.words();
        out.println("规则版本 " + release.release().version());
        if (labels != null) {
            score(texts, release, mistakes);
        }
        if (events != null) {
            List<Judged<LabelledEvent>> judged = Judged.all(cases, release);
            out.println("\n事件 " + events);
            ScoreText.lines(EventFigures.of(judged)).forEach(out::println);
            if (mistakes != null) {
                out.println("换字之后");
                EventFigures noisy = EventFigures.of(Judged.all(cases, release, mistakes));
                ScoreText.lines(noisy).forEach(out::println);
                drop(EventFigures.of(judged).push().f1(), noisy.push().f1());
            }
            explain(judged, release);
        }
        return Exit.FINE;
    }

    private void score(List<LabelledText> texts, Release release, Noise mistakes) {
        PrintWriter out = surroundings.words();
        List<Judged<LabelledText>> judged = Judged.all(texts, release);
        List<Judged<LabelledText>> noisy = mistakes == null ? List.of() : Judged.all(texts, release, mistakes);
        Map<Boolean, List<Judged<LabelledText>>> parts = parts(judged);
        Map<Boolean, List<Judged<LabelledText>>> noisyParts = parts(noisy);
        if (parts.containsKey(true)) {
            part("来信 " + labels + (parts.size() > 1 ? "（已读的三分之二）" : ""), parts.get(true), noisyParts.getOrDefault(true, List.of()));
            explain(parts.get(true), release);
        }
        if (parts.containsKey(false)) {
            part("来信 " + labels + "（留存的三分之一，只报数字）", parts.get(false), noisyParts.getOrDefault(false, List.of()));
        }
        if (parts.size() > 1) {
            out.println("\n" + ScoreText.gap(TextFigures.of(parts.get(true)), TextFigures.of(parts.get(false))));
        }
    }

    /** True: what may be read; false: what is left unread. A part without rows is absent. */
    private Map<Boolean, List<Judged<LabelledText>>> parts(List<Judged<LabelledText>> judged) {
        return judged.stream().collect(Collectors.groupingBy(j -> !heldOut || !HeldOut.covers(j.label().id())));
    }

    private void part(String name, List<Judged<LabelledText>> judged, List<Judged<LabelledText>> noisy) {
        PrintWriter out = surroundings.words();
        TextFigures figures = TextFigures.of(judged);
        out.println("\n" + name);
        ScoreText.lines(figures).forEach(out::println);
        Map<String, List<Judged<LabelledText>>> strata = judged.stream()
                .collect(Collectors.groupingBy(j -> j.label().stratum(), TreeMap::new, Collectors.toList()));
        if (strata.size() > 1) {
            strata.forEach((stratum, rows) -> out.println("  层 " + stratum + "　" + ScoreText.line(TextFigures.of(rows))));
        }
        if (noise != null) {
            TextFigures after = TextFigures.of(noisy);
            out.println("换字之后　" + ScoreText.line(after));
            drop(figures.push().f1(), after.push().f1());
        }
    }

    private void drop(double before, double after) {
        surroundings.words().println("每百个汉字换 %s 个（种子 %d）：推送 F1 从 %.3f 到 %.3f，降 %.3f".formatted(
                noise % 1 == 0 ? String.valueOf(noise.intValue()) : noise.toString(), seed, before, after, before - after));
    }

    private <L extends Labelled> void explain(List<Judged<L>> judged, Release release) {
        List<String> explained = new CostlyErrors(release).explain(judged, errors);
        if (!explained.isEmpty()) {
            surroundings.words().println("\n代价最大的 " + explained.size() + " 个错误（" + CostlyErrors.COST + "）");
            List<String> numbered = new ArrayList<>();
            for (int i = 0; i < explained.size(); i++) {
                numbered.add((i + 1) + ". " + explained.get(i));
            }
            numbered.forEach(surroundings.words()::println);
        }
    }

    private void checkUsage() {
        if (labels == null && events == null) {
            throw new ParameterException(spec.commandLine(), "--labels 和 --events 至少写一个");
        }
        if (errors < 0) {
            throw new ParameterException(spec.commandLine(), "--errors 不能是负数");
        }
        if (noise != null && !(noise > 0 && noise <= 100)) {
            throw new ParameterException(spec.commandLine(), "--noise 应大于 0，不超过 100");
        }
    }
}
