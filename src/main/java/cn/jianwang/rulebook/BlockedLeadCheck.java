package cn.jianwang.rulebook;

import java.util.ArrayList;
import java.util.List;

/** 总被排除挡住: whenever the lead row holds, exclusions hold that block its lead type. */
final class BlockedLeadCheck implements Check {

    @Override
    public List<Problem> problems(Judging judging) {
        List<JudgedRow> exclusions = judging.with(Effect.Exclude.class);
        List<Problem> problems = new ArrayList<>();
        for (JudgedRow row : judging.with(Effect.Lead.class)) {
            Effect.Lead lead = (Effect.Lead) row.row().effect();
            List<JudgedRow> blockers = exclusions.stream().filter(exclusion -> ((Effect.Exclude) exclusion.row().effect()).leads()
                    .covers(lead.leadType(), lead.domain())).toList();
            judging.cover(judging.holds(row), blockers).ifPresent(cover -> problems.add(row.source().problem(Mistake.X03, "须全有",
                    judging.since() + "凡是这一行成立的情形，都被排除规则 " + Check.ids(cover) + " 挡住，永远出不了线索",
                    "改这一行的条件，或改排除规则的条件、排除对象")));
        }
        return problems;
    }
}
