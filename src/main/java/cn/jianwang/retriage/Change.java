package cn.jianwang.retriage;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.GridEvent;

/**
 * An event whose decision became another.
 *
 * @param before the old decision
 * @param after  the new one; null where only its wording differs and the run did not keep it
 */
public record Change(GridEvent event, Decision before, Decision after, Depth depth) {
}
