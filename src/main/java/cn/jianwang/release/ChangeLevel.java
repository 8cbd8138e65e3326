package cn.jianwang.release;

import cn.jianwang.rulebook.RuleLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 改动级别 as the rows themselves show it; it never says less than what the change may do. */
public enum ChangeLevel {
    /** Only words that people read have changed. */
    修订,
    /** Rows that do not decide were added or changed, or rows that decide were added. */
    次要,
    /** A row that decides was changed or taken away, or the mechanics were. */
    主要;

    private static final Set<String> IDLE = Set.of("草稿", "试行");

    static ChangeLevel between(List<RuleLine> before, List<RuleLine> now) {
        Map<String, RuleLine> old = new HashMap<>();
        before.forEach(line -> old.put(line.table() + "\u0000" + line.key(), line));
        ChangeLevel level = 修订;
        for (RuleLine line : now) {
            RuleLine was = old.remove(line.table() + "\u0000" + line.key());
            if (was == null || !was.deciding().equals(line.deciding())) {
                boolean minor = was == null || IDLE.contains(was.get("状态")) && IDLE.contains(line.get("状态"));
                level = max(level, minor ? 次要 : 主要);
            }
        }
        for (RuleLine gone : old.values()) {
            level = max(level, IDLE.contains(gone.get("状态")) ? 次要 : 主要);
        }
        return level;
    }

    private static ChangeLevel max(ChangeLevel a, ChangeLevel b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
