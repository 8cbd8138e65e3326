package cn.jianwang.release;

import java.util.List;

/** One thing that rules must pass before they are published. Whoever adds a gate adds a test in which it rings. */
public interface Gate {

    /** What people call it. */
    String name();

    /**
     * What stands in the way, each told with where, what and how to mend it; empty where the candidate may pass. Called
     * once for a candidate that could be loaded.
     */
    List<String> findings(Candidate candidate);
}
