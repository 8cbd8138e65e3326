package cn.jianwang.retriage;

import java.time.OffsetDateTime;

/** Who did what with a run, and when; words are Chinese. */
public record LogEntry(OffsetDateTime at, String actor, String action, String detail) {
}
