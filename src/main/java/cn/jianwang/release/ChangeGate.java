package cn.jianwang.release;

import java.util.List;

/** Nothing is published twice. */
final class ChangeGate implements Gate {

    @Override
    public String name() {
        return "改动";
    }

    @Override
    public List<String> findings(Candidate candidate) {
        String now = candidate.release().release().sha256();
        return candidate.previous().filter(previous -> previous.sha256().equals(now))
                .map(previous -> List.of("规则与已发布的 " + previous.version() + " 完全相同。怎么改：改好规则再发布；要启用旧版本请用 rules rollback"))
                .orElse(List.of());
    }
}
