package cn.jianwang.trial;

import java.util.List;

/**
 * @param examples number of in-row examples tried
 * @param cases    number of test cases tried
 * @param todo     number of cases that are registered as still wrong
 * @param failures what did not come out as expected
 */
public record TrialReport(int examples, int cases, int todo, List<Failure> failures) {

    public TrialReport {
        failures = List.copyOf(failures);
    }

    public boolean passed() {
        return failures.isEmpty();
    }
}
