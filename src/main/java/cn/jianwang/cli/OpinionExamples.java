package cn.jianwang.cli;

import cn.jianwang.event.GridEvent;
import cn.jianwang.measure.HeldOut;
import cn.jianwang.measure.Labelled;
import cn.jianwang.measure.LabelFile;
import cn.jianwang.measure.LabelledText;
import cn.jianwang.opinion.Features;
import cn.jianwang.opinion.Training;
import cn.jianwang.release.Release;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Labelled texts as a model learns from them. */
final class OpinionExamples {

    @Option(names = "--labels", required = true, paramLabel = "文件", description = "有标注的来信、工单（与 score --labels 同样的文件）")
    private Path labels;

    @Option(names = "--held-out", negatable = true, defaultValue = "true", fallbackValue = "true",
            description = "留存的三分之一不用（默认）；--no-held-out 全部使用")
    private boolean heldOut;

    @Option(names = "--rules", paramLabel = "目录", defaultValue = "rules", description = "规则目录（默认 rules），事实由它认定")
    private Path rules;

    /** What may be learnt from, in the order of the file. */
    List<LabelledText> texts() {
        return InputFiles.read(labels, LabelFile::texts).stream().filter(text -> !heldOut || !HeldOut.covers(text.id())).toList();
    }

    Release release() {
        RulesFolders.require(rules);
        return Release.load(rules);
    }

    static List<Training.Example> of(List<? extends Labelled> labelled, Release release) {
        List<Training.Example> examples = new ArrayList<>();
        for (Labelled label : labelled) {
            GridEvent event = label.event();
            examples.add(new Training.Example(label.id(), Features.of(event, release.factNames(event)), label.tier().pushes()));
        }
        return examples;
    }
}
