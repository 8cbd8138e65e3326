package cn.jianwang.measure;

import cn.jianwang.rulebook.Tier;
import java.util.List;
import java.util.Map;

/**
 * A letter or hotline order with its label.
 *
 * @param stratum how it was drawn; {@code all} where the file does not say
 */
public record LabelledText(String id, String stratum, Tier tier, List<String> domains, String why,
                           Map<String, Object> properties) implements Labelled {
}
