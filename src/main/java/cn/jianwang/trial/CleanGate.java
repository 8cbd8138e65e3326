package cn.jianwang.trial;

import cn.jianwang.release.Candidate;
import cn.jianwang.release.Gate;
import java.time.LocalDate;
import java.util.List;

/** Texts that must hit nothing hit nothing, known noise apart. */
final class CleanGate implements Gate {

    @Override
    public String name() {
        return "净样";
    }

    @Override
    public List<String> findings(Candidate candidate) {
        return Clean.run(candidate.release(), candidate.cases(), LocalDate.now()).failures().stream().map(Failure::toString).toList();
    }
}
