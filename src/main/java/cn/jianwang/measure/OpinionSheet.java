package cn.jianwang.measure;

import cn.jianwang.decision.Decision;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The table of decisions that a model would have made otherwise, for those who write rules. */
public final class OpinionSheet {

    private static final List<String> HEADER = List.of("事件键", "判定编号", "模型把握", "规则档位", "标题和内容", "规则的说明", "差一步的规则");

    /**
     * One decision with a second opinion.
     *
     * @param text what was reported
     */
    public record Line(Decision decision, String text) {
    }

    private OpinionSheet() {
    }

    /** Those the model is surest of come first. */
    public static String write(List<Line> lines) {
        Comparator<Line> surest = Comparator.comparingDouble((Line line) -> -line.decision.secondOpinion().probability());
        return SafeCsv.write(HEADER, lines.stream().sorted(surest.thenComparing(line -> line.decision.eventKey())).map(line -> {
            Decision d = line.decision;
            return List.of(d.eventKey(), d.decisionId(), "%.3f".formatted(d.secondOpinion().probability()), d.tier().name(), line.text,
                    String.join("\n", d.explanation()), d.nearMisses().stream()
                            .map(near -> near.rule() + " 缺 " + String.join(" 或 ", near.missing())).collect(Collectors.joining("\n")));
        }).toList());
    }
}
