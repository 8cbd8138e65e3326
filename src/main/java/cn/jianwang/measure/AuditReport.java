package cn.jianwang.measure;

import cn.jianwang.rulebook.Tier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What checked decisions say of all decisions: recall, precision by tier, false alerts, and the two shares by which
 * procuratorates are measured. Strata are the tiers of each scope; the share of a stratum that the answer is true of, times
 * the stratum's size, is the estimate for it.
 */
public final class AuditReport {

    private static final String METHOD = "区间：单项比例用 Wilson 法（抽得多时按有限总体修正），合计与占比用 MOVER 法（Zou、Donner 2008、2012），置信水平 95%。";
    private static final Set<Tier> PUSH = EnumSet.of(Tier.A, Tier.B);
    private static final double PER = 1000;

    private final List<Checked> rows = new ArrayList<>();
    private final Map<String, Map<Tier, Integer>> scopes = new TreeMap<>();

    /**
     * @param checked what people filled in; feedback that was not drawn at random counts for A and B alone
     * @throws UnreadableLabelsException where rows contradict each other
     */
    public AuditReport(Collection<Checked> checked) {
        List<String> problems = new ArrayList<>();
        Map<String, Checked> seen = new HashMap<>();
        for (Checked row : checked) {
            if (seen.putIfAbsent(row.decisionId(), row) != null) {
                problems.add("判定 " + row.decisionId() + " 出现了两次。怎么改：每条判定只留一行");
            }
            if (!scopes.computeIfAbsent(row.scope(), scope -> row.sizes()).equals(row.sizes())) {
                problems.add("判定 " + row.decisionId() + " 的各档总数与「" + row.scope() + "」的其他行不同。怎么改：保留 audit sample 给出的数");
            }
            if (row.drawn() || row.tier().pushes()) {
                rows.add(row);
            }
        }
        scopes.forEach((scope, sizes) -> sizes.forEach((tier, size) -> {
            if (of(scope, tier).size() > size) {
                problems.add("「%s」的 %s 档有 %d 行，多于该档总数 %d。怎么改：保留 audit sample 给出的数".formatted(scope, tier,
                        of(scope, tier).size(), size));
            }
        }));
        if (!problems.isEmpty()) {
            throw new UnreadableLabelsException("核查结果", problems);
        }
    }

    /**
     * The report in Chinese.
     *
     * @param accepted all leads that the procuratorate accepted in the same time, from whatever source; null where not known
     */
    public List<String> lines(Integer accepted) {
        List<String> lines = new ArrayList<>();
        for (Tier tier : List.of(Tier.A, Tier.B, Tier.C, Tier.D)) {
            tier(tier, lines);
        }
        recall(lines);
        alarms(lines);
        outcomes(accepted, lines);
        lines.add(METHOD);
        return lines;
    }

    private void tier(Tier tier, List<String> lines) {
        List<Checked> checked = rows.stream().filter(row -> row.tier() == tier).toList();
        if (checked.isEmpty()) {
            return;
        }
        long answered = checked.stream().filter(row -> row.relevant() != null).count();
        long relevant = checked.stream().filter(row -> Boolean.TRUE.equals(row.relevant())).count();
        String line = "%s 档（%s）共 %.0f 条：%s %d 条，有答复 %d 条，涉检 %d 条".formatted(tier, tier.title(), size(Set.of(tier)),
                checked.stream().allMatch(Checked::drawn) ? "随机抽查" : "反馈（不是随机抽取）", checked.size(), answered, relevant);
        Estimate all = estimate(Set.of(tier), Checked::relevant);
        lines.add(all == null ? line : line + "；" + (tier.pushes() ? "准确率 " : "其中涉检 ") + percent(all.times(1 / size(Set.of(tier)))));
    }

    private void recall(List<String> lines) {
        Estimate pushed = estimate(PUSH, Checked::relevant);
        Estimate lost = estimate(Set.of(Tier.D), Checked::relevant);
        if (pushed == null || lost == null) {
            lines.add("召回率：算不出。A、B、D 各档都要有核查结果，用 audit sample --tier A,B,D 抽样");
            return;
        }
        Estimate watched = estimate(Set.of(Tier.C), Checked::relevant);
        if (watched == null) {
            lines.add("召回率（推送的占推送和 D 档里涉检的，C 档未核查，未计入）" + percent(pushed.amongst(lost)));
        } else {
            lines.add("召回率（推送的占全部涉检的）" + percent(pushed.amongst(Estimate.sum(List.of(watched, lost)))));
            lines.add("召回率（推送或观察的占全部涉检的）" + percent(Estimate.sum(List.of(pushed, watched)).amongst(lost)));
        }
        lines.add("推送里涉检约 %s 条，D 档里漏掉约 %s 条".formatted(amount(pushed), amount(lost)));
    }

    private void alarms(List<String> lines) {
        Estimate relevant = estimate(PUSH, Checked::relevant);
        if (relevant != null) {
            Estimate alarms = relevant.from(size(PUSH)).times(PER / size(EnumSet.allOf(Tier.class)));
            lines.add("每千条事件误推 %.1f 条（%.1f–%.1f）".formatted(alarms.value(), Math.max(0, alarms.low()), alarms.high()));
        }
    }

    private void outcomes(Integer accepted, List<String> lines) {
        Estimate found = estimate(PUSH, Checked::accepted);
        if (found != null && accepted != null) {
            lines.add("大数据发现线索占受理比 %s：受理约 %s 条，同期全部受理 %d 条".formatted(percent(found.times(1.0 / accepted)), amount(found),
                    accepted));
        } else {
            lines.add("大数据发现线索占受理比：算不出。A、B 档须填「是否受理」，并用 --accepted 写明同期本院全部受理数");
        }
        List<Checked> known = rows.stream().filter(row -> Boolean.TRUE.equals(row.accepted()) && row.filed() != null).toList();
        if (known.isEmpty()) {
            lines.add("成案占比：算不出。受理的须填「是否成案」");
        } else {
            int filed = (int) known.stream().filter(Checked::filed).count();
            lines.add("成案占比 %s：受理且已知结果的 %d 条里成案 %d 条".formatted(
                    percent(Estimate.share(filed, known.size(), Integer.MAX_VALUE)), known.size(), filed));
        }
    }

    private List<Checked> of(String scope, Tier tier) {
        return rows.stream().filter(row -> row.tier() == tier && row.scope().equals(scope)).toList();
    }

    /** Of how many decisions of these tiers the answer is true; null where nobody answered in a stratum that is not empty. */
    private Estimate estimate(Set<Tier> tiers, Function<Checked, Boolean> answer) {
        List<Estimate> parts = new ArrayList<>();
        for (Map.Entry<String, Map<Tier, Integer>> scope : scopes.entrySet()) {
            for (Tier tier : tiers) {
                int size = scope.getValue().get(tier);
                List<Boolean> answers = of(scope.getKey(), tier).stream().map(answer).filter(Objects::nonNull).toList();
                if (size > 0 && answers.isEmpty()) {
                    return null;
                }
                int yes = (int) answers.stream().filter(Boolean::booleanValue).count();
                parts.add(size == 0 ? Estimate.NOUGHT : Estimate.share(yes, answers.size(), size).times(size));
            }
        }
        return Estimate.sum(parts);
    }

    private double size(Set<Tier> tiers) {
        return scopes.values().stream().flatMapToInt(sizes -> tiers.stream().mapToInt(sizes::get)).sum();
    }

    private static String percent(Estimate share) {
        return "%.1f%%（%.1f%%–%.1f%%）".formatted(100 * share.value(), 100 * Math.max(0, share.low()), 100 * Math.min(1, share.high()));
    }

    private static String amount(Estimate amount) {
        return "%.0f（%.0f–%.0f）".formatted(amount.value(), Math.max(0, amount.low()), amount.high());
    }
}
