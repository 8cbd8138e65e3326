package cn.jianwang.retriage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Bounds of a time span as people write them: a day, or a time with or without offset; without, it is Beijing time. */
public final class Times {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private Times() {
    }

    /** The first instant meant. @throws RetriageException where the text is no time */
    public static OffsetDateTime from(String text) {
        return parse(text, 0);
    }

    /** The first instant no longer meant: a day is meant to its end. @throws RetriageException where the text is no time */
    public static OffsetDateTime to(String text) {
        return parse(text, 1);
    }

    private static OffsetDateTime parse(String text, int days) {
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text).plusDays(days).atStartOfDay(BEIJING).toOffsetDateTime();
            }
            boolean offset = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)");
            return offset ? OffsetDateTime.parse(text) : LocalDateTime.parse(text).atZone(BEIJING).toOffsetDateTime();
        } catch (DateTimeException e) {
            throw new RetriageException(RetriageException.Kind.INVALID,
                    "时间「" + text + "」看不懂，应写成 2024-01-31 或 2024-01-31T08:00:00+08:00");
        }
    }
}
