package cn.jianwang.rulebook;

import cn.jianwang.rulebook.Rulebook.LeadType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The checks of rows against rows, run for today and for every later period between two days on which rows come into
 * force or leave it. A problem that is found can vanish as time goes by, but none appears: rules that were sound when
 * they were published stay so.
 */
final class Analysis {

    private static final List<Check> CHECKS = List.of(new NeverTrueCheck(), new ConflictCheck(), new FirstHitCheck(),
            new BlockedLeadCheck(), new RedundantRowCheck(), new RedundantMoveCheck(), new DoubleScoreCheck(), new IdleRowCheck());

    private final List<JudgedRow> rows;
    private final Collection<LeadType> leadTypes;
    private final LocalDate today;

    /** @param rows whatever their status and their days */
    Analysis(List<JudgedRow> rows, Collection<LeadType> leadTypes, LocalDate today) {
        this.rows = rows.stream().filter(row -> row.row().status() == Status.正式).toList();
        this.leadTypes = leadTypes;
        this.today = today;
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (LocalDate day : periods()) {
            Judging judging = new Judging(day, day.equals(today) ? "" : "自 " + day + " 起，", rows, leadTypes);
            for (Check check : CHECKS) {
                check.problems(judging).stream().filter(problem -> told.add(problem.code() + " " + problem.row()))
                        .forEach(problems::add);
            }
        }
        return problems;
    }

    private Set<LocalDate> periods() {
        Set<LocalDate> days = new TreeSet<>();
        days.add(today);
        for (JudgedRow row : rows) {
            days.add(row.from());
            days.add(row.until());
        }
        days.removeIf(day -> day.isBefore(today) || day.equals(LocalDate.MAX));
        return days;
    }
}
