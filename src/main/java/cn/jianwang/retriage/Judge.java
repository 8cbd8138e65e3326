package cn.jianwang.retriage;

import cn.jianwang.decision.Decider;
import cn.jianwang.decision.Decision;
import cn.jianwang.event.GridEvent;
import cn.jianwang.event.Incident;
import cn.jianwang.event.JsonCodec;

/** Judges one event again and compares with what was decided. Safe for many threads where the decider is. */
final class Judge {

    /**
     * What came out.
     *
     * @param event    null where even reading it failed
     * @param before   the old decision; null where nothing changed, since then nobody needs to read it
     * @param after    the new decision; null where deciding failed
     * @param depth    null where nothing changed or deciding failed
     * @param incident number in the log under which the failure is found; null where there was none
     */
    record Verdict(GridEvent event, Decision before, Decision after, Depth depth, String incident) {

        boolean failed() {
            return incident != null;
        }

        boolean changed() {
            return depth != null;
        }
    }

    /** The identity under which the old decision is kept. */
    record Identity(String id, int revision, Decision.ReleaseId release) {
    }

    private final Decider decider;

    Judge(Decider decider) {
        this.decider = decider;
    }

    /**
     * Mostly nothing has changed, and then the bytes are the same, so that the old decision need not be parsed.
     *
     * @param eventJson  the event as kept
     * @param beforeJson the old decision as kept
     */
    Verdict judge(String eventJson, Identity identity, String beforeJson) {
        try {
            return judge(JsonCodec.read(eventJson, GridEvent.class), identity, beforeJson);
        } catch (RuntimeException e) {
            return new Verdict(null, null, null, null, Incident.log(e));
        }
    }

    /** Judges an event on which nothing was decided yet. */
    Verdict first(GridEvent event) {
        try {
            return new Verdict(event, null, decider.decide(event), null, null);
        } catch (RuntimeException | StackOverflowError e) {
            return new Verdict(event, null, null, null, Incident.log(e));
        }
    }

    Verdict judge(GridEvent event, Identity identity, String beforeJson) {
        try {
            Decision after = decider.decide(event);
            Decision same = Depth.under(after, identity.id(), identity.revision(), identity.release());
            if (JsonCodec.write(same).equals(beforeJson)) {
                return new Verdict(event, null, after, null, null);
            }
            Decision before = JsonCodec.read(beforeJson, Decision.class);
            Depth depth = Depth.between(before, after);
            return new Verdict(event, depth == null ? null : before, after, depth, null);
        } catch (RuntimeException | StackOverflowError e) {
            return new Verdict(event, null, null, null, Incident.log(e));
        }
    }
}
