package cn.jianwang.trial;

import cn.jianwang.decision.CaseFile;
import cn.jianwang.event.GridEvent;
import cn.jianwang.release.Release;

/** A text that says what must become of it: a test case, or an example in a row. */
sealed interface Trial permits CaseTrial, ExampleTrial {

    /** Id of the case, or of the row that holds the example. */
    String id();

    /** Id of the row that is tried; empty where a case names none. */
    String row();

    GridEvent event();

    /** What did not come out as expected; null where all did. @param file of the event, made by the release */
    Failure failure(Release release, CaseFile file);
}
