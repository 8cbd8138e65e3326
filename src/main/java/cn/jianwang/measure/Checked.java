package cn.jianwang.measure;

import cn.jianwang.rulebook.Tier;
import java.util.Map;

/**
 * What a person found of one decision.
 *
 * @param scope    the window or file that the decision was drawn from
 * @param sizes    how many decisions of each tier there are in the scope; every tier has its number
 * @param relevant whether it concerns the procuratorate; null while nobody has said
 * @param accepted whether it was accepted as a lead (受理); null while nobody has said
 * @param filed    whether it became a case (成案); null while nobody has said
 * @param drawn    drawn at random; otherwise told of by its own reader, as feedback is
 */
public record Checked(String decisionId, String scope, Tier tier, Map<Tier, Integer> sizes, Boolean relevant,
                      Boolean accepted, Boolean filed, boolean drawn) {
}
