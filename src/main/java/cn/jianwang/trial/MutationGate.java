package cn.jianwang.trial;

import cn.jianwang.release.Candidate;
import cn.jianwang.release.Gate;
import java.util.List;
import java.util.Locale;

/** Hardly a row of the tables that decide what is pushed can go without a case or an example turning red. */
final class MutationGate implements Gate {

    private final double least;

    /** @param least the score, from 0 to 1, that each of the tables must reach */
    MutationGate(double least) {
        this.least = least;
    }

    @Override
    public String name() {
        return "变异";
    }

    @Override
    public List<String> findings(Candidate candidate) {
        MutationReport report = new Mutation(candidate.release(), candidate.cases()).runGuarded();
        return report.below(least).stream().map(score -> told(score, report)).toList();
    }

    private String told(MutationReport.Score score, MutationReport report) {
        StringBuilder text = new StringBuilder("%s：删去整行，%d 行里有 %d 行没有案例或例子变红，得分 %.3f，低于 %s。这些行坏了没人知道，照「怎么补」添案例："
                .formatted(score.table(), score.mutants(), score.mutants() - score.killed(), score.value(), plain(least)));
        report.survivors().stream().filter(survivor -> survivor.table().equals(score.table()))
                .forEach(survivor -> text.append("\n  ").append(survivor.missing()).append("　怎么补：").append(survivor.advice()));
        return text.toString();
    }

    private static String plain(double number) {
        return String.format(Locale.ROOT, "%.3f", number).replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
