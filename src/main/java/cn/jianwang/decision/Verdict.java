package cn.jianwang.decision;

import java.util.List;

/**
 * A decision with what stays inside the house.
 *
 * @param shadow   rows of status 试行 that fired, in the order of the rules
 * @param isolated ids of rows that threw and were passed over; the decision then carries the flag 需人工
 */
public record Verdict(Decision decision, List<ShadowHit> shadow, List<String> isolated) {
}
