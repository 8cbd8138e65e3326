package cn.jianwang.store;

import cn.jianwang.event.GridEvent;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/**
 * What of an event is kept beside its JSON, so that history can be picked by it.
 *
 * @param source the reporting platform
 * @param region the finest statistical code given, of 6 to 12 digits; null where none was given
 * @param time   when it was reported, or else when it happened, or else when it was received
 */
record EventColumns(String source, String region, OffsetDateTime time) {

    /** @param received the time of an event that names none; nullable, and then so is the result's time */
    static EventColumns of(GridEvent event, OffsetDateTime received) {
        OffsetDateTime time = event.reportTime() != null ? event.reportTime()
                : event.occurTime() != null ? event.occurTime() : received;
        return new EventColumns(event.sourceSystem(), region(event.region()),
                time == null ? null : time.withOffsetSameInstant(ZoneOffset.UTC));
    }

    private static String region(GridEvent.RegionCode region) {
        return region == null ? null
                : Stream.of(region.village(), region.town(), region.county()).filter(code -> code != null && !code.isBlank())
                        .findFirst().orElse(null);
    }
}
