package cn.jianwang.engine;

import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;

/** An exclusion row that holds in a situation blocks the leads within its scope. */
public record Blocked(int situation, Row row) {

    public boolean blocks(Row lead) {
        Effect.Lead effect = (Effect.Lead) lead.effect();
        return ((Effect.Exclude) row.effect()).leads().covers(effect.leadType(), effect.domain());
    }
}
