package cn.jianwang.difference;

import cn.jianwang.decision.Decision;

/** How much a change of the rules does, computed from its effect on events. In rising order. */
public enum ChangeClass {
    /** No decision changes. */
    修订,
    /** Decisions change, but every event is pushed or not as before, and pushed events keep their domains. */
    次要,
    /** An event is pushed that was not, or no longer pushed, or a pushed event moves to other domains. */
    主要;

    /** The class of one change. */
    public static ChangeClass of(Decision before, Decision after) {
        if (before.relevant() != after.relevant() || after.relevant() && !before.domains().equals(after.domains())) {
            return 主要;
        }
        return Aspect.changed(before, after).isEmpty() ? 修订 : 次要;
    }
}
