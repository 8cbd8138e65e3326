package cn.jianwang.trial;

import java.util.List;

/** @param examples number of in-row examples tried; @param cases number of test cases tried */
public record TrialReport(int examples, int cases, List<Failure> failures) {

    public TrialReport {
        failures = List.copyOf(failures);
    }

    public boolean passed() {
        return failures.isEmpty();
    }
}
