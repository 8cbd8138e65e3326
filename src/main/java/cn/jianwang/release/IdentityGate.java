package cn.jianwang.release;

import cn.jianwang.rulebook.RuleLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An id stands for one rule for ever: it may not vanish, nor come back for something else, nor be revived. */
final class IdentityGate implements Gate {

    private static final String RETIRED = "停用";

    @Override
    public String name() {
        return "编号";
    }

    @Override
    public List<String> findings(Candidate candidate) {
        Map<String, RuleLine> now = new HashMap<>();
        candidate.lines().stream().filter(RuleLine::named).forEach(line -> now.put(line.key(), line));
        List<String> findings = new ArrayList<>();
        for (Ledger.Entry entry : candidate.ledger().entries().values()) {
            RuleLine line = now.get(entry.id());
            if (line == null) {
                findings.add(entry.table() + " " + entry.id() + "（" + entry.since() + " 起）不见了。怎么改：取回这一行，"
                        + (entry.status().isEmpty() ? "不再用的在失效日或说明里写明" : "不再用的把状态改成停用，并在说明里写理由和“替代：编号”或“替代：无”"));
            } else if (!line.table().equals(entry.table()) || !line.subject().equals(entry.subject())) {
                findings.add(where(line) + " 原来是" + entry.table() + "「" + entry.subject() + "」，现在是" + line.table() + "「" + line.subject()
                        + "」，编号被挪作他用。怎么改：旧行保留并停用，新行另起编号");
            } else if (entry.status().equals(RETIRED) && !line.get("状态").equals(RETIRED)) {
                findings.add(where(line) + " 停用过，又改成了" + line.get("状态") + "。怎么改：保持停用，另起编号重写这一行");
            }
        }
        return findings;
    }

    static String where(RuleLine line) {
        return line.table() + " " + line.file() + "（文本第 " + line.line() + " 行）" + line.key();
    }
}
