package cn.jianwang.cli;

import cn.jianwang.difference.ChangeClass;
import cn.jianwang.difference.DifferenceReport;
import cn.jianwang.difference.DifferenceReport.Difference;
import cn.jianwang.difference.DifferenceReport.Group;
import cn.jianwang.difference.Edit;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells a difference of rules to people. */
final class DifferenceWords {

    private static final int MOST_EDITS = 200;
    private static final int MOST_SETS = 5;
    private static final Map<ChangeClass, String> MEANING = Map.of(ChangeClass.主要, "有事件新推送、不再推送或换了领域",
            ChangeClass.次要, "推送与否和领域都不变，只是其他内容有变", ChangeClass.修订, "没有一件的判定变化");

    private final PrintWriter out;

    DifferenceWords(PrintWriter out) {
        this.out = out;
    }

    void edits(List<Edit> edits) {
        if (edits.isEmpty()) {
            out.println("两份规则说的完全一样（书写格式不算）。");
            return;
        }
        out.println("改动 " + edits.size() + " 处：");
        for (int i = 0; i < Math.min(edits.size(), MOST_EDITS); i++) {
            out.println("  [" + (i + 1) + "] " + edits.get(i));
        }
        if (edits.size() > MOST_EDITS) {
            out.println("  …还有 " + (edits.size() - MOST_EDITS) + " 处，用 --json 文件 可看全部。");
        }
    }

    void effects(DifferenceReport report, int cases) {
        out.printf("%n试了 %,d 件事件%s：%d 件判定变化——新推送 %d 件，不再推送 %d 件，换领域 %d 件，其他变化 %d 件。%n", report.events() - cases,
                cases == 0 ? "" : "和 " + cases + " 个案例", report.changed(), report.gained(), report.lost(), report.moved(),
                report.changed() - report.gained() - report.lost() - report.moved());
        out.println("改动级别：" + report.effect() + "（" + MEANING.get(report.effect()) + "）。");
        if (!report.failed().isEmpty()) {
            out.println("有 " + report.failed().size() + " 件判定出错，没有比较：" + report.failed().stream().limit(5)
                    .collect(Collectors.joining("、")));
        }
        for (Group group : report.causes()) {
            group(group);
        }
    }

    private void group(Group group) {
        out.println();
        out.println(cause(group) + "：" + group.count() + " 件");
        out.println("  " + group.effects().entrySet().stream().map(e -> e.getKey() + " " + e.getValue() + " 件").collect(Collectors.joining("；")));
        group.samples().forEach(sample -> {
            out.println("  · " + sample.event() + "  " + sample.text());
            out.println("      " + sample.differences().stream().map(DifferenceWords::words).collect(Collectors.joining("；")));
        });
    }

    private static String cause(Group group) {
        String sets = group.sets().stream().limit(MOST_SETS).map(set -> set.stream().map(n -> "[" + n + "]").collect(Collectors.joining("＋")))
                .collect(Collectors.joining(" 或 "));
        String which = sets + (group.sets().size() > MOST_SETS ? " 等 " + group.sets().size() + " 组" : "")
                       + (group.sets().size() > 1 ? " 任一组" : "");
        return switch (group.certainty()) {
            case 最少 -> "因 " + which;
            case 不可再减 -> "因 " + which + "（去掉任何一处都不成；改动太多，没有试完，不保证是最少的一组）";
            case 未归因 -> "没有找到原因（改动太多，试到上限仍未分清）";
        };
    }

    private static String words(Difference difference) {
        List<String> before = List.of(difference.before().split("；"));
        List<String> after = List.of(difference.after().split("；"));
        if (before.size() == 1 && after.size() == 1) {
            return difference.aspect() + " " + or(difference.before()) + "→" + or(difference.after());
        }
        String went = before.stream().filter(item -> !after.contains(item)).map(DifferenceWords::or).collect(Collectors.joining("；"));
        String came = after.stream().filter(item -> !before.contains(item)).map(DifferenceWords::or).collect(Collectors.joining("；"));
        return difference.aspect() + " " + (went.isEmpty() && came.isEmpty() ? "次序变化" : or(went) + "→" + or(came));
    }

    private static String or(String value) {
        return value.isEmpty() ? "无" : value;
    }
}
