package cn.jianwang.fact;

import cn.jianwang.language.Quantity;
import java.util.Set;

/**
 * How an amount becomes a fact: at least {@code least} (base unit of the kind) and below {@code below}, with one of the
 * concepts {@code near} in the same clause (any, where empty) and none of {@code unless}.
 *
 * @param below {@link Double#POSITIVE_INFINITY} where there is no upper bound
 */
public record QuantityRule(String id, String fact, Quantity.Kind kind, double least, double below, Set<String> near,
                           Set<String> unless) {
}
