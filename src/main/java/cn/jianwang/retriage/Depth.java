package cn.jianwang.retriage;

import cn.jianwang.decision.Decision;
import java.util.List;

/** How deep the difference between two decisions on the same event goes. */
public enum Depth {
    /** The tier is another. */
    TIER("档位"),
    /** Same tier, but leads, domains, routing, urgency, labels or the receipt differ. */
    CONTENT("内容"),
    /** Only what explains the decision differs: sentences, exclusions, near misses, flags. */
    WORDING("说明");

    private final String title;

    Depth(String title) {
        this.title = title;
    }

    /** The Chinese name. */
    public String title() {
        return title;
    }

    /** Null where the two say the same; identity, revision and release do not count. */
    static Depth between(Decision before, Decision after) {
        if (before.tier() != after.tier()) {
            return TIER;
        }
        if (!content(before).equals(content(after))) {
            return CONTENT;
        }
        return as(before, after).equals(before) ? null : WORDING;
    }

    /** The new decision under identity, revision and release of the old one: equal to it where nothing changed. */
    static Decision as(Decision before, Decision after) {
        return under(after, before.decisionId(), before.revision(), before.release());
    }

    static Decision under(Decision d, String id, int revision, Decision.ReleaseId release) {
        return new Decision(d.eventKey(), id, revision, d.tier(), d.relevant(), d.domains(), d.leads(), d.handoff(), d.route(),
                d.urgency(), d.respondBy(), d.tags(), d.excluded(), d.nearMisses(), d.explanation(), d.receipt(), d.quality(),
                release);
    }

    private static Decision content(Decision d) {
        return new Decision(d.eventKey(), null, 0, d.tier(), d.relevant(), d.domains(), d.leads(), d.handoff(), d.route(),
                d.urgency(), d.respondBy(), d.tags(), List.of(), List.of(), List.of(), d.receipt(), List.of(), null);
    }
}
