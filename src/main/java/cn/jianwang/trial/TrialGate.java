package cn.jianwang.trial;

import cn.jianwang.release.Candidate;
import cn.jianwang.release.Gate;
import java.util.List;

/** All examples and cases come out as expected. */
public final class TrialGate implements Gate {

    @Override
    public String name() {
        return "试跑";
    }

    @Override
    public List<String> findings(Candidate candidate) {
        return new Trials(candidate.release()).run(candidate.cases()).failures().stream().map(Failure::toString).toList();
    }
}
