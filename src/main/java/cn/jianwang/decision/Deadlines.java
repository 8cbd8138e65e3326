package cn.jianwang.decision;

import cn.jianwang.rulebook.Rulebook.Deadline;
import cn.jianwang.rulebook.Urgency;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.util.Map;

/** By when somebody must look: the internal targets of the rule table, never a legal deadline. */
final class Deadlines {

    private final Map<Urgency, Deadline> deadlines;

    Deadlines(Map<Urgency, Deadline> deadlines) {
        this.deadlines = deadlines;
    }

    /**
     * The instant for an urgency counted from the report; null where none applies or the report time is unknown.
     * Working days are Monday to Friday: public holidays are not known here.
     */
    OffsetDateTime by(Urgency urgency, OffsetDateTime reported) {
        Deadline deadline = deadlines.get(urgency);
        if (deadline == null || deadline.amount() == null || reported == null) {
            return null;
        }
        return switch (deadline.unit()) {
            case "分钟" -> reported.plusMinutes(deadline.amount());
            case "小时" -> reported.plusHours(deadline.amount());
            default -> workingDays(reported, deadline.amount());
        };
    }

    private static OffsetDateTime workingDays(OffsetDateTime from, int days) {
        OffsetDateTime day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }
}
