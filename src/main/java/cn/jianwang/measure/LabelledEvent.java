package cn.jianwang.measure;

import cn.jianwang.rulebook.Tier;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A whole event with its label. References other than those of {@link Labelled} are nullable unless said otherwise.
 *
 * @param leadTypes  the lead types that count as right; empty where none is named
 * @param handoff    code of the organ that goes on with it
 * @param county     six digits of the county whose procuratorate it belongs to
 * @param department beginning of the department's name
 * @param kind       what the event tries, never null
 */
public record LabelledEvent(String id, Tier tier, List<String> domains, String why, Map<String, Object> properties,
                            Set<String> leadTypes, String handoff, String county, String department, String kind)
        implements Labelled {
}
