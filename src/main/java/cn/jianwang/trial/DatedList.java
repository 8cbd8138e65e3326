package cn.jianwang.trial;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of things that are known and tolerated until a day, each with a reason: gaps in coverage, hits on clean texts. */
record DatedList(CaseTable table, List<String> key, LocalDate today) {

    static final String REASON = "理由";
    static final String UNTIL = "到期日";
    private static final Pattern DAY = Pattern.compile("([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})");

    /** The listed things, by their key columns; expired ones are still listed, but they are a problem. */
    Set<List<String>> entries() {
        Set<List<String>> entries = new LinkedHashSet<>();
        table.lines().forEach(line -> entries.add(keyOf(line)));
        return entries;
    }

    private List<String> keyOf(CaseTable.Line line) {
        return key.stream().map(line::get).toList();
    }

    /** What is wrong with the list. @param open what the list is needed for. @param gone why an entry is no longer needed */
    List<Failure> problems(Set<List<String>> open, String gone) {
        List<Failure> problems = new ArrayList<>();
        for (CaseTable.Line line : table.lines()) {
            if (!open.contains(keyOf(line))) {
                problems.add(problem(line, "登记的情况还在", gone + "，请从 " + table.name() + " 删去"));
            }
            if (line.get(REASON).isEmpty()) {
                problems.add(problem(line, "写明理由", "理由是空的，写明为什么暂时容许"));
            }
            LocalDate until = day(line.get(UNTIL));
            if (until == null) {
                problems.add(problem(line, "写明到期日", "到期日「" + line.get(UNTIL) + "」不是日期，写成 2027-06-30 这样"));
            } else if (until.isBefore(today)) {
                problems.add(problem(line, "没有到期", "已于 " + until + " 到期：改好规则后删去，或复核后写新的到期日"));
            }
        }
        return problems;
    }

    private Failure problem(CaseTable.Line line, String expected, String actual) {
        return new Failure(table.name(), line.number(), String.join(" ", keyOf(line)), line.get(REASON), expected, actual);
    }

    /** A day as Excel or a person writes it; null where it is none. */
    private static LocalDate day(String text) {
        Matcher day = DAY.matcher(text);
        try {
            return day.matches() ? LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)),
                    Integer.parseInt(day.group(3))) : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
