package cn.jianwang.trial;

import cn.jianwang.release.Candidate;
import cn.jianwang.release.Gate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Some example or case exercises every row, listed exceptions apart. */
final class CoverageGate implements Gate {

    @Override
    public String name() {
        return "覆盖";
    }

    @Override
    public List<String> findings(Candidate candidate) {
        CoverageReport report = Coverage.of(candidate.release(), candidate.cases(), LocalDate.now());
        List<String> findings = new ArrayList<>();
        report.rows().forEach(gap -> findings.add(gap.table() + " " + gap.row() + "：没有例子或案例用到这一行；补一个，一时补不了的登记到 "
                + "test-cases/coverage-exceptions.csv"));
        report.problems().forEach(problem -> findings.add(problem.toString()));
        return findings;
    }
}
