package cn.jianwang.measure;

import cn.jianwang.rulebook.Tier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Figures in words. */
public final class ScoreText {

    private static final List<Tier> STRONGEST_FIRST = strongestFirst();

    private ScoreText() {
    }

    /** All figures of a set of texts. */
    public static List<String> lines(TextFigures f) {
        List<String> lines = new ArrayList<>();
        lines.add("条数　　　　　　　　　 %d".formatted(f.rows()));
        lines.add("推送（A+B）　　　　　　" + agreement(f.push()));
        lines.add("推送或观察（A+B+C）　　" + agreement(f.watch()));
        lines.add("直推（A）　　　　　　　" + agreement(f.direct()));
        lines.add("档位全同　　　　　　　 %.3f".formatted(f.exact()));
        lines.add("档位加权 κ（平方）　　 %.3f".formatted(f.kappa()));
        lines.add("A 判成 D（每百条 A）　 %.1f".formatted(f.lost()));
        lines.add("D 被推送（每百条 D）　 %.1f".formatted(f.pushedAway()));
        lines.add("主领域对（双方都推送） %.3f（%d 条）".formatted(f.mainDomain(), f.bothPush()));
        f.domains().forEach((code, a) -> lines.add("  领域 %-6s %s".formatted(code, agreement(a))));
        lines.add("领域平均 F1　　　　　　%.3f（%d 个领域）".formatted(f.domainMacroF1(), f.domains().size()));
        lines.add("档位混淆（行为应判，列为所判）");
        lines.add("       A      B      C      D");
        for (Tier wanted : STRONGEST_FIRST) {
            StringBuilder line = new StringBuilder("  " + wanted);
            STRONGEST_FIRST.forEach(given -> line.append("%7d".formatted(f.confusion().get(wanted).get(given))));
            lines.add(line.toString());
        }
        return lines;
    }

    /** What a stratum needs in one line. */
    public static String line(TextFigures f) {
        return "%d 条　推送 %s　κ %.3f　A 判成 D %.1f%%　D 被推送 %.1f%%".formatted(f.rows(), agreement(f.push()), f.kappa(), f.lost(),
                f.pushedAway());
    }

    /** All figures of a set of events. */
    public static List<String> lines(EventFigures f) {
        List<String> lines = new ArrayList<>();
        f.kinds().forEach((kind, part) -> lines.add("  %s 档位对 %s".formatted(kind, part)));
        lines.add("档位 %s　推送 %s".formatted(part(f.tier()), agreement(f.push())));
        lines.add("主领域 %s　线索类型 %s　县 %s　部门 %s　去向 %s".formatted(part(f.mainDomain()), part(f.leadType()), part(f.county()),
                part(f.department()), part(f.handoff())));
        return lines;
    }

    /** How far the figures of the unread third lie from those of the others. */
    public static String gap(TextFigures read, TextFigures held) {
        return "差距（已读减留存）：推送 F1 %s　κ %s　主领域 %s　领域平均 F1 %s　A 判成 D %s　D 被推送 %s".formatted(
                gap(read.push().f1(), held.push().f1(), 3), gap(read.kappa(), held.kappa(), 3),
                gap(read.mainDomain(), held.mainDomain(), 3), gap(read.domainMacroF1(), held.domainMacroF1(), 3),
                gap(read.lost(), held.lost(), 1), gap(read.pushedAway(), held.pushedAway(), 1));
    }

    /** Rounded first, so that no nought has a minus. */
    private static String gap(double read, double held, int digits) {
        double scale = Math.pow(10, digits);
        return ("%+." + digits + "f").formatted(Math.round((read - held) * scale) / scale);
    }

    static String agreement(Agreement a) {
        return "准 %.3f　全 %.3f　F1 %.3f（对 %d 误 %d 漏 %d）".formatted(a.precision(), a.recall(), a.f1(), a.hits(), a.alarms(), a.missed());
    }

    private static String part(EventFigures.Part part) {
        return "%s（%.3f）".formatted(part, part.share());
    }

    private static List<Tier> strongestFirst() {
        List<Tier> tiers = new ArrayList<>(List.of(Tier.values()));
        Collections.reverse(tiers);
        return List.copyOf(tiers);
    }
}
