package cn.jianwang.store;

import cn.jianwang.event.GridEvent;
import cn.jianwang.event.JsonCodec;
import java.util.List;
import java.util.Map;

/**
 * Tells whether an event sent again says something new. Everything that a decision can rest on counts: text, handling,
 * reminders, place, times and the platform's own marks. Attachments, the reporter and unknown properties do not, because
 * nothing is decided on them.
 */
final class Fingerprint {

    private Fingerprint() {
    }

    static String of(GridEvent event) {
        return Sha256.hex(JsonCodec.write(new GridEvent(event.sourceSystem(), event.sourceEventId(), event.title(),
                event.content(), event.channel(), event.occurTime(), event.reportTime(), event.occurAddress(), event.lon(),
                event.lat(), event.region(), event.category(), event.appealPurpose(), event.personCount(), event.amount(),
                event.respondent(), event.handling(), event.urgeCount(), event.duplicateOf(), List.of(), null, Map.of())));
    }
}
