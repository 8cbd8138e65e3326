package cn.jianwang.trial;

import cn.jianwang.release.Gate;
import java.util.List;

/** The gates that trials add to those of every release; a new gate is entered here. */
public final class PublishGates {

    private PublishGates() {
    }

    public static List<Gate> all() {
        return List.of(new TrialGate(), new CleanGate(), new CoverageGate());
    }
}
