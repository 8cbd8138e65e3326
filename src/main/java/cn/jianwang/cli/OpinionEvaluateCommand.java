package cn.jianwang.cli;

import cn.jianwang.measure.Agreement;
import cn.jianwang.measure.Judged;
import cn.jianwang.measure.LabelledText;
import cn.jianwang.opinion.Training;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.Tier;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "evaluate", description = "交叉验证：规则、模型各自的准确率，以及两者不同之处有多少是规则错了。")
final class OpinionEvaluateCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Mixin
    private OpinionExamples examples;

    @Option(names = "--folds", paramLabel = "数", defaultValue = "5", description = "分成几份（默认 5），每份由其余各份训练的模型来判")
    private int folds;

    OpinionEvaluateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (folds < 2 || folds > 20) {
            throw new ParameterException(spec.commandLine(), "--folds 应在 2 到 20 之间");
        }
        List<LabelledText> texts = examples.texts();
        Release release = examples.release();
        List<Judged<LabelledText>> judged = Judged.all(texts, release);
        Map<String, Boolean> opinions = Training.crossValidate(OpinionExamples.of(texts, release), folds);
        Predicate<Judged<LabelledText>> wanted = j -> j.label().tier().pushes();
        Predicate<Judged<LabelledText>> pushed = j -> j.decision().tier().pushes();
        Predicate<Judged<LabelledText>> model = j -> opinions.get(j.label().id());
        Predicate<Judged<LabelledText>> calledD = j -> j.decision().tier() == Tier.D;
        surroundings.words().println("%d 条，%d 份交叉验证，推送与否".formatted(texts.size(), folds));
        tell("规则", Agreement.between(judged, wanted, pushed), texts.size());
        tell("模型", Agreement.between(judged, wanted, model), texts.size());
        List<Judged<LabelledText>> surfaced = judged.stream().filter(calledD.and(model)).toList();
        surroundings.words().println("规则判 D 而模型判推送：%d 条，其中应推送 %d 条（规则判 D 而应推送的共 %d 条），应为 C %d 条".formatted(surfaced.size(),
                surfaced.stream().filter(wanted).count(), judged.stream().filter(calledD.and(wanted)).count(),
                surfaced.stream().filter(j -> j.label().tier() == Tier.C).count()));
        return Exit.FINE;
    }

    private void tell(String who, Agreement agreement, int rows) {
        surroundings.words().println("%s　准 %.3f　全 %.3f　F1 %.3f　κ %.3f".formatted(who, agreement.precision(), agreement.recall(),
                agreement.f1(), agreement.kappa(rows)));
    }
}
