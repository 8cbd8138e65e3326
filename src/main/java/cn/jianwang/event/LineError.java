package cn.jianwang.event;

import java.util.List;

/**
 * The output line that stands in for the decision of a bad input line, in files and in batches alike.
 *
 * @param line number of the input line, from 1
 */
public record LineError(long line, Cause error) {

    /** {@code problems} is empty where the fault was not the sender's. */
    public record Cause(String detail, List<EventProblem> problems) {
    }

    public static LineError unreadable(long line, List<EventProblem> problems) {
        return new LineError(line, new Cause("第 %d 行有 %d 处错误，本行未判定".formatted(line, problems.size()), problems));
    }

    /** Deciding failed although the event was good; the cause is in the log under {@code incident}. */
    public static LineError failed(long line, String incident) {
        return new LineError(line, new Cause("第 %d 行判定时发生内部错误，本行未判定，事故编号 %s".formatted(line, incident), List.of()));
    }
}
