package cn.jianwang.difference;

import cn.jianwang.decision.Decision;
import java.util.List;
import java.util.Set;

/** How much a change of the rules does, computed from its effect on events. In rising order. */
public enum ChangeClass {
    /** No decision changes. */
    修订,
    /** Decisions change, but every event is pushed or not as before, and pushed events keep their main domain and their others. */
    次要,
    /** An event is pushed that was not, or no longer pushed, or a pushed event gets another main domain or other domains. */
    主要;

    /** The class of one change. */
    public static ChangeClass of(Decision before, Decision after) {
        if (before.relevant() != after.relevant() || after.relevant() && moved(before.domains(), after.domains())) {
            return 主要;
        }
        return Aspect.changed(before, after).isEmpty() ? 修订 : 次要;
    }

    /** Whether the main domain is another, or the others are not the same; their order does not count. */
    static boolean moved(List<String> before, List<String> after) {
        boolean sameMain = before.stream().findFirst().equals(after.stream().findFirst());
        return !sameMain || !Set.copyOf(before).equals(Set.copyOf(after));
    }
}
