package cn.jianwang.cli;

import cn.jianwang.decision.Decision;
import cn.jianwang.measure.OpinionSheet;
import cn.jianwang.rulebook.Tier;
import cn.jianwang.store.DecisionStore;
import cn.jianwang.store.StandingDecisions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(name = "report", description = "列出规则判 D 而模型判推送的判定，给编写规则的人看；判定须是开着第二意见作出的。")
final class OpinionReportCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Mixin
    private DecisionSource source;

    @Option(names = "--out", required = true, paramLabel = "文件", description = "写到哪个 CSV")
    private Path out;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    OpinionReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        source.check(spec, settings);
        if (source.fromFiles()) {
            DecidedFiles files = source.files();
            List<String> keys = new ArrayList<>();
            files.forEach(decided -> {
                if (decided.tier() == Tier.D) {
                    keys.add(decided.eventKey());
                }
            });
            List<Decision> differing = files.decisions(keys).values().stream().filter(OpinionReportCommand::differs).toList();
            Map<String, String> texts = files.texts(differing.stream().map(Decision::eventKey).toList());
            return write(differing.stream()
                    .map(decision -> new OpinionSheet.Line(decision, texts.getOrDefault(decision.eventKey(), "（事件文件里没有）"))).toList());
        }
        return Database.use(Settings.checked(spec, settings), store -> {
            DecisionStore kept = store.getBean(DecisionStore.class);
            List<String> ids = new ArrayList<>();
            store.getBean(StandingDecisions.class).forEachMade(source.days().from(), source.days().until(), entry -> {
                if (entry.tier().equals(Tier.D.name())) {
                    ids.add(entry.id());
                }
            });
            return write(ids.stream().map(id -> kept.decisionById(id).orElseThrow()).filter(OpinionReportCommand::differs)
                    .map(decision -> new OpinionSheet.Line(decision, DecidedFiles.text(kept.event(decision.eventKey()).orElseThrow()))).toList());
        });
    }

    private static boolean differs(Decision decision) {
        return decision.tier() == Tier.D && decision.secondOpinion() != null && decision.secondOpinion().push();
    }

    private int write(List<OpinionSheet.Line> lines) {
        InputFiles.read(out, file -> Files.writeString(file, OpinionSheet.write(lines)));
        surroundings.words().println("规则判 D 而模型判推送 " + lines.size() + " 条，写入 " + out + "，把握大的在前。");
        return Exit.FINE;
    }
}
