package cn.jianwang.trial;

import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Schema;
import java.util.List;

/** The tables that trials speak of, by the names that people know. */
final class TableNames {

    static final String TERMS = Schema.词库.name();
    static final String PATTERNS = Schema.事实识别.name();
    static final String QUANTITIES = Schema.数量识别.name();
    static final String EXCLUSIONS = Schema.排除规则.name();
    static final String LEADS = Schema.线索规则.name();
    static final String TIERS = Schema.档位规则.name();
    /** In the order of their use. */
    static final List<String> ALL = List.of(TERMS, PATTERNS, QUANTITIES, Schema.事实推导.name(), EXCLUSIONS, LEADS, TIERS, Schema.成案指数.name(), Schema.紧急程度.name(),
            Schema.移送去向.name(), Schema.分流表.name(), Schema.专项标签.name());

    private TableNames() {
    }

    static String of(Row row) {
        Effect effect = row.effect();
        if (effect instanceof Effect.Derive) {
            return Schema.事实推导.name();
        } else if (effect instanceof Effect.Exclude) {
            return EXCLUSIONS;
        } else if (effect instanceof Effect.Lead) {
            return LEADS;
        } else if (effect instanceof Effect.Move) {
            return TIERS;
        } else if (effect instanceof Effect.Score) {
            return Schema.成案指数.name();
        } else if (effect instanceof Effect.Urge) {
            return Schema.紧急程度.name();
        } else if (effect instanceof Effect.HandOff) {
            return Schema.移送去向.name();
        }
        return effect instanceof Effect.Route ? Schema.分流表.name() : Schema.专项标签.name();
    }
}
