package cn.jianwang.trial;

import cn.jianwang.release.Gate;
import java.util.List;

/** The gates that trials add to those of every release; a new gate is entered here. */
public final class PublishGates {

    private PublishGates() {
    }

    /** @param leastMutation the mutation score, from 0 to 1, that the tables which decide what is pushed must reach */
    public static List<Gate> all(double leastMutation) {
        return List.of(new TrialGate(), new CleanGate(), new CoverageGate(), new MutationGate(leastMutation));
    }
}
