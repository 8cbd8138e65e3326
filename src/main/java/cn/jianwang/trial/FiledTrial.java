package cn.jianwang.trial;

import cn.jianwang.decision.CaseFile;
import cn.jianwang.release.Release;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A trial whose text has been read, so that it can be decided again and again.
 *
 * @param release that has read the text and is tried on it
 */
record FiledTrial(Trial trial, Release release, CaseFile file) {

    Failure failure() {
        return trial.failure(release, file);
    }

    /**
     * Cases first, then the examples of the rows.
     *
     * @param rehearsal is tried by the cases and examples of rows of status 试行, the release by all others
     */
    static List<FiledTrial> all(Release release, Release rehearsal, Path cases) {
        List<Trial> trials = new ArrayList<>();
        TestCaseReader.read(cases).forEach(testCase -> trials.add(new CaseTrial(testCase)));
        release.rulebook().examples().forEach(example -> trials.add(ExampleTrial.of(example)));
        Set<String> onTrial = release.rulebook().idsOnTrial();
        return Workers.map(trials, trial -> {
            Release tried = onTrial.contains(trial.row()) ? rehearsal : release;
            return new FiledTrial(trial, tried, tried.file(trial.event()));
        });
    }
}
