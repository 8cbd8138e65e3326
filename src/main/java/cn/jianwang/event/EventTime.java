package cn.jianwang.event;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;

/** ISO 8601 as platforms write it: without an offset it is Beijing time, without a time it is the day's beginning. */
final class EventTime {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart().appendPattern("[ ]['T']").append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart().appendOffset("+HH:MM", "Z").optionalEnd()
            .optionalStart().appendOffset("+HHMM", "Z").optionalEnd()
            .optionalStart().appendOffset("+HH", "Z").optionalEnd()
            .optionalEnd().toFormatter();

    private EventTime() {
    }

    /** The time, or null where the text is none or the year is out of all reason. */
    static OffsetDateTime parse(String text) {
        try {
            TemporalAccessor parsed = FORM.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            OffsetDateTime time = parsed instanceof OffsetDateTime exact ? exact
                    : parsed instanceof LocalDateTime local ? beijing(local)
                    : beijing(((LocalDate) parsed).atStartOfDay());
            return time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR ? null : time;
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private static OffsetDateTime beijing(LocalDateTime local) {
        return ZonedDateTime.of(local, BEIJING).toOffsetDateTime();
    }
}
