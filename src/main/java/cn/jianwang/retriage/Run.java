package cn.jianwang.retriage;

import cn.jianwang.decision.Decision;
import java.time.OffsetDateTime;

/**
 * One re-triage and how far it has come.
 *
 * @param id          its number
 * @param status      where it stands
 * @param apply       whether changed decisions become new revisions
 * @param notifyPlatform whether the platform is told of each
 * @param reason      why it was asked for; may be empty
 * @param startedBy   who asked for it
 * @param release     the rules, the same for the whole run
 * @param selection   which events; without the keys where they were given as a list
 * @param seed        what the samples are drawn with
 * @param createdAt   when it was asked for
 * @param finishedAt  when it ended; null while it has not
 * @param problem     why it cannot go on, in Chinese; null while nothing is wrong
 * @param total       events selected; 0 while still being selected
 * @param done        events judged
 * @param changed     of these, with another outcome
 * @param failed      of these, that could not be judged
 * @param perSecond   events a second since it was started or resumed
 * @param secondsLeft at this rate; null where unknown
 */
public record Run(String id, Status status, boolean apply, boolean notifyPlatform, String reason, String startedBy,
                  Decision.ReleaseId release, Selection selection, String seed, OffsetDateTime createdAt,
                  OffsetDateTime finishedAt, String problem, long total, long done, long changed, long failed,
                  double perSecond, Long secondsLeft) {

    /** Where a run stands. */
    public enum Status {
        PREPARING("挑选事件"), RUNNING("运行中"), PAUSED("已暂停"), CANCELLED("已取消"), DONE("已完成");

        private final String title;

        Status(String title) {
            this.title = title;
        }

        /** The Chinese name. */
        public String title() {
            return title;
        }

        /** Whether nothing more happens to the run. */
        public boolean ended() {
            return this == CANCELLED || this == DONE;
        }

        /** Whether the run goes on by itself. */
        public boolean active() {
            return this == PREPARING || this == RUNNING;
        }
    }
}
