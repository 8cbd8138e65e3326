package cn.jianwang.trial;

import cn.jianwang.release.Release;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Tries a release on the examples in its rows and on the test cases. */
public final class Trials {

    private final Release release;

    public Trials(Release release) {
        this.release = release;
    }

    /** @param cases folder of test cases; may be absent */
    public TrialReport run(Path cases) {
        try (Release rehearsal = release.rehearsal()) {
            List<FiledTrial> trials = FiledTrial.all(release, rehearsal, cases);
            Set<String> todo = TestCaseReader.todo(cases);
            List<Failure> failures = new ArrayList<>(TestCaseReader.problems(cases, release.rulebook()));
            Workers.map(trials, filed -> failure(filed, todo)).stream().filter(Objects::nonNull).forEach(failures::add);
            long examples = trials.stream().filter(filed -> filed.trial() instanceof ExampleTrial).count();
            return new TrialReport((int) examples, trials.size() - (int) examples, todo.size(), failures);
        }
    }

    private static Failure failure(FiledTrial filed, Set<String> todo) {
        Failure failure = filed.failure();
        if (!(filed.trial() instanceof CaseTrial known) || !todo.contains(known.id())) {
            return failure;
        }
        TestCase testCase = known.testCase();
        return failure != null ? null : new Failure(testCase.file(), testCase.line(), testCase.id(), testCase.get("事件内容"),
                "登记为待改进", "已经判对，请从 todo.csv 删去");
    }
}
