package cn.jianwang.cli;

import cn.jianwang.measure.AuditReport;
import cn.jianwang.measure.AuditSheet;
import cn.jianwang.measure.Checked;
import cn.jianwang.measure.UnreadableLabelsException;
import cn.jianwang.rulebook.Tier;
import cn.jianwang.store.Feedbacks;
import cn.jianwang.store.StandingDecisions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import picocli.CommandLine.UnmatchedArgumentException;

@Command(name = "report", description = "由填好的抽查表和接口收到的反馈，报告召回率、各档准确率、误推和两项考核占比，附 95%% 区间。")
final class AuditReportCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "填好的表", arity = "0..*", description = "audit sample 给出、已填写的 CSV，可以有几个")
    private List<Path> sheets = new ArrayList<>();

    @Mixin
    private Days days;

    @Option(names = "--accepted", paramLabel = "数", description = "同期本院受理的线索总数，用来算大数据发现线索占受理比")
    private Integer accepted;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    AuditReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        checkUsage();
        List<Checked> rows = new ArrayList<>();
        sheets.forEach(sheet -> rows.addAll(InputFiles.read(sheet, AuditSheet::read)));
        if (!days.given()) {
            return report(rows);
        }
        return Database.use(Settings.checked(spec, settings), store -> {
            rows.addAll(feedback(store, rows));
            return report(rows);
        });
    }

    /**
     * Feedback on the decisions that stand; those on a sheet are left out, because a sheet's answer was asked for. Where a sheet
     * was drawn from the same days, its sizes hold: later revisions have since made those days poorer.
     */
    private List<Checked> feedback(BeanFactory store, List<Checked> onSheets) {
        Set<String> asked = onSheets.stream().map(Checked::decisionId).collect(Collectors.toSet());
        Map<Tier, Integer> sizes = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            sizes.put(tier, 0);
        }
        List<Feedbacks.Kept> kept = store.getBean(Feedbacks.class).onDecisionsMade(days.from(), days.until());
        Set<String> wanted = kept.stream().map(Feedbacks.Kept::decisionId).collect(Collectors.toCollection(HashSet::new));
        Map<String, Tier> tiers = new HashMap<>();
        store.getBean(StandingDecisions.class).forEachMade(days.from(), days.until(), entry -> {
            Tier tier = Tier.valueOf(entry.tier());
            sizes.merge(tier, 1, Integer::sum);
            if (wanted.contains(entry.id())) {
                tiers.put(entry.id(), tier);
            }
        });
        Map<Tier, Integer> drawnFrom = onSheets.stream().filter(row -> row.scope().equals(days.toString())).map(Checked::sizes)
                .findFirst().orElse(sizes);
        return kept.stream().filter(f -> tiers.containsKey(f.decisionId()) && !asked.contains(f.decisionId()))
                .map(f -> new Checked(f.decisionId(), days.toString(), tiers.get(f.decisionId()), drawnFrom, f.relevant(), f.accepted(),
                        f.filed(), false)).toList();
    }

    private int report(List<Checked> rows) {
        if (rows.isEmpty()) {
            throw new CouldNotRunException("没有任何核查结果或反馈，没有可报告的");
        }
        try {
            new AuditReport(rows).lines(accepted).forEach(surroundings.words()::println);
        } catch (UnreadableLabelsException contradiction) {
            throw new CouldNotRunException(contradiction.getMessage());
        }
        return Exit.FINE;
    }

    private void checkUsage() {
        if (sheets.isEmpty() && !days.given()) {
            throw new ParameterException(spec.commandLine(), "缺少填好的表；要用接口收到的反馈，写 --from 和 --to");
        }
        if (days.given()) {
            days.check(spec);
        } else if (!settings.isEmpty()) {
            throw new UnmatchedArgumentException(spec.commandLine(), settings);
        }
        if (accepted != null && accepted < 1) {
            throw new ParameterException(spec.commandLine(), "--accepted 至少为 1");
        }
    }
}
