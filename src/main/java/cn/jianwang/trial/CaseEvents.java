package cn.jianwang.trial;

import cn.jianwang.event.GridEvent;
import java.nio.file.Path;
import java.util.List;

/** The events of the test cases, for other uses than trying expectations. */
public final class CaseEvents {

    private CaseEvents() {
    }

    /** The events in the order of files and rows; empty where the folder does not exist. */
    public static List<GridEvent> of(Path cases) {
        return TestCaseReader.read(cases).stream().map(TestCase::event).toList();
    }
}
