package cn.jianwang.release;

import cn.jianwang.rulebook.RuleLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * No rule stops deciding, and no tier is lowered, in silence. The reason stands in the row's 说明, changed since the last
 * release, or in a sentence of the release's 说明 that names the id; a rule that stops deciding also names its successor.
 */
final class DemotionGate implements Gate {

    private static final String OFFICIAL = "正式";
    private static final Pattern SUCCESSOR = Pattern.compile("替代[：:]\\s*([A-Za-z0-9-]+|无)");
    private static final int SHORTEST_REASON = 4;
    private static final String RANKS = "DCBA";

    @Override
    public String name() {
        return "降级";
    }

    @Override
    public List<String> findings(Candidate candidate) {
        Set<String> ids = new HashSet<>();
        candidate.lines().stream().filter(RuleLine::named).forEach(line -> ids.add(line.key()));
        List<String> findings = new ArrayList<>();
        for (RuleLine line : candidate.lines()) {
            Ledger.Entry entry = line.named() ? candidate.ledger().entries().get(line.key()) : null;
            if (entry != null && entry.status().equals(OFFICIAL)) {
                check(line, entry, reason(line, entry, candidate.submission().note()), ids, findings);
            }
        }
        return findings;
    }

    private static void check(RuleLine line, Ledger.Entry entry, String reason, Set<String> ids, List<String> findings) {
        String status = line.get("状态");
        if (status.equals("试行")) {
            findings.add(IdentityGate.where(line) + " 从正式退回试行。怎么改：保持正式；或停用这一行，另起编号试行");
        } else if (!status.equals(OFFICIAL)) {
            Matcher successor = SUCCESSOR.matcher(reason);
            if (!successor.find()) {
                findings.add(IdentityGate.where(line) + " 从正式改成" + status + "，没有写替代。怎么改：在说明里写理由和“替代：编号”或“替代：无”，例如“与 "
                        + line.key() + " 重复，替代：无”；没有说明列的表写在发布的 --note 里，句中带上编号");
            } else if (!successor.group(1).equals("无") && (!ids.contains(successor.group(1)) || successor.group(1).equals(line.key()))) {
                findings.add(IdentityGate.where(line) + " 写的替代「" + successor.group(1) + "」不是别的规则的编号。怎么改：写现有的编号，或“替代：无”");
            } else if (successor.replaceAll("").replace(line.key(), "").replaceAll("[\\p{P}\\s]", "").length() < SHORTEST_REASON) {
                findings.add(IdentityGate.where(line) + " 从正式改成" + status + "，没有写理由。怎么改：在说明里写为什么不再用");
            }
        } else if (lowered(entry.tier(), Ledger.Entry.of(line, "").tier()) && reason.isEmpty()) {
            findings.add(IdentityGate.where(line) + " 档位从 " + entry.tier() + " 降到 " + Ledger.Entry.of(line, "").tier()
                    + "，没有说明。怎么改：在说明里写为什么降，或写在发布的 --note 里，句中带上编号");
        }
    }

    /** What was newly written about the row. */
    private static String reason(RuleLine line, Ledger.Entry entry, String note) {
        StringBuilder reason = new StringBuilder(line.get("说明").equals(entry.note()) ? "" : line.get("说明"));
        for (String sentence : note.split("[。；;\\n]")) {
            if (Pattern.compile("(?<![A-Za-z0-9-])" + Pattern.quote(line.key()) + "(?![A-Za-z0-9-])").matcher(sentence).find()) {
                reason.append(' ').append(sentence);
            }
        }
        return reason.toString().strip();
    }

    /** 限至 is lower than any 升至, and either is lower with a lower tier. */
    private static boolean lowered(String before, String now) {
        return rank(now) < rank(before);
    }

    private static int rank(String tier) {
        return tier.isEmpty() ? 0 : RANKS.indexOf(tier.charAt(tier.length() - 1)) + (tier.startsWith("限至") ? -RANKS.length() : 0);
    }
}
