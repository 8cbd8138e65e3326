package cn.jianwang.trial;

import cn.jianwang.decision.CaseFile;
import cn.jianwang.release.Release;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A trial whose text has been read, so that it can be decided again and again. */
record FiledTrial(Trial trial, CaseFile file) {

    Failure failure(Release release) {
        return trial.failure(release, file);
    }

    /** Cases first, then the examples of the rows; all read by the release. */
    static List<FiledTrial> all(Release release, Path cases) {
        List<Trial> trials = new ArrayList<>();
        TestCaseReader.read(cases).forEach(testCase -> trials.add(new CaseTrial(testCase)));
        release.rulebook().examples().forEach(example -> trials.add(ExampleTrial.of(example)));
        return Workers.map(trials, trial -> new FiledTrial(trial, release.file(trial.event())));
    }
}
