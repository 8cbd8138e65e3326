package cn.jianwang.cli;

import cn.jianwang.opinion.OpinionModel;
import cn.jianwang.opinion.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "train", description = "由有标注的来信训练模型，写成一个文本文件。")
final class OpinionTrainCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HelpOption help;

    @Mixin
    private OpinionExamples examples;

    @Option(names = "--out", required = true, paramLabel = "文件", description = "模型写到哪个文件")
    private Path out;

    OpinionTrainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<Training.Example> learnt = OpinionExamples.of(examples.texts(), examples.release());
        OpinionModel model = Training.train(learnt);
        InputFiles.read(out, file -> Files.writeString(file, model.text()));
        surroundings.words().println("用 %d 条标注（推送 %d 条）训练，%d 个特征，推送线 %.3f，模型 %s 写入 %s".formatted(learnt.size(),
                learnt.stream().filter(Training.Example::push).count(), model.size(), model.threshold(), model.name(), out));
        return Exit.FINE;
    }
}
