package cn.jianwang.retriage;

import java.time.Duration;

/**
 * How the work is cut.
 *
 * @param lease how long a part stays with a worker that gives no sign of life
 * @param part  events a part holds, unless that made too many parts: few enough that workers stay busy to the end
 * @param page  events judged and written at a time
 */
public record Tuning(Duration lease, int part, int page) {

    /** The sizes that measured best. */
    public static Tuning of(Duration lease) {
        return new Tuning(lease, 5_000, 400);
    }
}
