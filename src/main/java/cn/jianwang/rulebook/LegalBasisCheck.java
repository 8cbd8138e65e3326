package cn.jianwang.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * 依据版本重叠, 失效法条 and 依据现已失效. What refuses the release does not depend on today, so that rules which were
 * sound when published stay so: a law that ends after publication is a reminder. An earlier version may be cited beside
 * the one that replaces it: it is the law of earlier events.
 */
final class LegalBasisCheck {

    private final List<TableRow> basis;
    private final Map<String, TableRow> byId = new HashMap<>();
    private final List<TableRow> citing;
    private final LocalDate today;

    /** @param tables without rows that have errors */
    LegalBasisCheck(Tables tables, LocalDate today) {
        this.basis = tables.all(Schema.法律依据);
        basis.forEach(row -> byId.putIfAbsent(row.key(), row));
        this.citing = Stream.of(Schema.线索规则, Schema.排除规则, Schema.移送去向).flatMap(tables::deciding).toList();
        this.today = today;
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        versions(problems);
        citing.forEach(row -> citations(row, problems));
        return problems;
    }

    private void versions(List<Problem> problems) {
        Map<List<String>, List<TableRow>> earlier = new HashMap<>();
        for (TableRow row : basis) {
            List<TableRow> others = earlier.computeIfAbsent(Stream.of("法律名称", "条", "款", "项").map(row::get).toList(),
                    k -> new ArrayList<>());
            others.stream().filter(other -> overlap(from(other, "施行日"), until(other), from(row, "施行日"), until(row))).findFirst()
                    .ifPresent(other -> problems.add(row.problem(Mistake.X05, "施行日", "与 " + other.key()
                            + " 是同一条文的两个版本，施行的日子却有重叠", "旧版本填失效日，新版本填施行日，首尾相接；相同的只留一行")));
            others.add(row);
        }
    }

    private void citations(TableRow row, List<Problem> problems) {
        LocalDate from = from(row, "生效日");
        List<TableRow> cited = row.list("依据").stream().map(byId::get).filter(Objects::nonNull).toList();
        boolean someInForce = cited.stream().anyMatch(b -> !today.isBefore(from(b, "施行日")) && today.isBefore(until(b)));
        for (TableRow law : cited) {
            if (!overlap(from, until(row), from(law, "施行日"), until(law))) {
                problems.add(row.problem(Mistake.X06, "依据", "「" + law.key() + "」" + days(law) + "，这一行"
                        + (from.equals(LocalDate.MIN) ? "" : "自 " + from + " 起") + (until(row).equals(LocalDate.MAX) ? "" : "至 "
                        + until(row) + " 前") + "适用，没有一天相合", "换成这一行适用期间有效的条文" + replacement(law)));
            } else if (!today.isBefore(until(law)) && !row.list("依据").contains(law.get("替代为"))) {
                problems.add(row.problem(Mistake.W07, "依据", "「" + law.key() + "」" + days(law), law.get("替代为").isEmpty()
                        ? "换成现行条文；旧案还要引用的，两条都写" : "补上现行条文" + replacement(law)));
            } else if (!someInForce && today.isBefore(from(law, "施行日"))) {
                problems.add(row.problem(Mistake.W07, "依据", "「" + law.key() + "」" + days(law) + "，这一行现在没有可引的依据",
                        "补上现行条文；旧案和将来都要引用的，两条都写"));
            }
        }
    }

    private static String days(TableRow law) {
        LocalDate from = from(law, "施行日");
        LocalDate until = until(law);
        return (from.equals(LocalDate.MIN) ? "" : "自 " + from + " 起施行") + (until.equals(LocalDate.MAX) ? "" : (from.equals(LocalDate.MIN)
                ? "" : "，") + "自 " + until + " 起失效");
    }

    private static String replacement(TableRow law) {
        return law.get("替代为").isEmpty() ? "" : "「" + law.get("替代为") + "」";
    }

    private static boolean overlap(LocalDate from, LocalDate until, LocalDate otherFrom, LocalDate otherUntil) {
        LocalDate start = from.isAfter(otherFrom) ? from : otherFrom;
        LocalDate end = until.isBefore(otherUntil) ? until : otherUntil;
        return start.isBefore(end);
    }

    private static LocalDate from(TableRow row, String column) {
        return References.date(row.get(column)).orElse(LocalDate.MIN);
    }

    private static LocalDate until(TableRow row) {
        return References.date(row.get("失效日")).orElse(LocalDate.MAX);
    }
}
