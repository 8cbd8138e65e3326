package cn.jianwang.difference;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.GridEvent;
import java.util.List;

/**
 * An event that two rule sets decide differently.
 *
 * @param event   the event, personal data masked as it was read
 * @param before  decision under the old rules
 * @param after   decision under the new rules
 * @param aspects what differs, never empty
 */
public record DecisionChange(GridEvent event, Decision before, Decision after, List<Aspect> aspects) {

    public ChangeClass effect() {
        return ChangeClass.of(before, after);
    }

    /** Pushed now and not before. */
    public boolean gained() {
        return after.relevant() && !before.relevant();
    }

    /** Pushed before and not now. */
    public boolean lost() {
        return before.relevant() && !after.relevant();
    }

    /** Pushed as before, under another main domain or other domains. */
    public boolean moved() {
        return before.relevant() && after.relevant() && ChangeClass.moved(before.domains(), after.domains());
    }
}
