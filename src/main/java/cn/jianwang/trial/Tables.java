package cn.jianwang.trial;

import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;
import java.util.List;

/** The tables that trials speak of, by the names that people know. */
final class Tables {

    static final String TERMS = "词库";
    static final String PATTERNS = "事实识别";
    static final String QUANTITIES = "数量识别";
    static final String EXCLUSIONS = "排除规则";
    static final String LEADS = "线索规则";
    static final String TIERS = "档位规则";
    /** In the order of their use. */
    static final List<String> ALL = List.of(TERMS, PATTERNS, QUANTITIES, "事实推导", EXCLUSIONS, LEADS, TIERS, "成案指数", "紧急程度",
            "移送去向", "分流表", "专项标签");

    private Tables() {
    }

    static String of(Row row) {
        Effect effect = row.effect();
        if (effect instanceof Effect.Derive) {
            return "事实推导";
        } else if (effect instanceof Effect.Exclude) {
            return EXCLUSIONS;
        } else if (effect instanceof Effect.Lead) {
            return LEADS;
        } else if (effect instanceof Effect.Move) {
            return TIERS;
        } else if (effect instanceof Effect.Score) {
            return "成案指数";
        } else if (effect instanceof Effect.Urge) {
            return "紧急程度";
        } else if (effect instanceof Effect.HandOff) {
            return "移送去向";
        }
        return effect instanceof Effect.Route ? "分流表" : "专项标签";
    }
}
