package cn.jianwang.decision;

import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Finds the few items that break something, by trying with ever smaller parts of the rest. */
final class Isolation {

    private Isolation() {
    }

    /**
     * The rows that must be left out so that the others work. A row that throws looks as if the rows that it rests on
     * were to blame too; so the rows that rest on others are left out first, one at a time, and only where no single row
     * is to blame are they let in one after another.
     *
     * @param canHold rows that the event may concern
     * @param works   whether it works with these rows alone
     */
    static List<Row> rows(List<Row> rows, Predicate<Row> canHold, Predicate<List<Row>> works) {
        List<Row> downstreamFirst = new ArrayList<>(rows.stream().filter(canHold).toList());
        Collections.reverse(downstreamFirst);
        for (Row suspect : downstreamFirst) {
            if (works.test(rows.stream().filter(row -> row != suspect).toList())) {
                return List.of(suspect);
            }
        }
        return culprits(rows.stream().sorted(Comparator.comparing(row -> !(row.effect() instanceof Effect.Lead))).toList(), works);
    }

    /**
     * The items that must be left out so that the others work, in the order given.
     *
     * @param works whether it works with these items alone
     * @return empty where it does not even work without any item, so that none of them is to blame
     */
    static <T> List<T> culprits(List<T> items, Predicate<List<T>> works) {
        List<T> culprits = new ArrayList<>();
        if (works.test(List.of())) {
            admit(new ArrayList<>(), items, works, culprits);
        }
        return culprits;
    }

    private static <T> void admit(List<T> good, List<T> more, Predicate<List<T>> works, List<T> culprits) {
        List<T> together = new ArrayList<>(good);
        together.addAll(more);
        if (works.test(together)) {
            good.addAll(more);
        } else if (more.size() == 1) {
            culprits.addAll(more);
        } else {
            admit(good, more.subList(0, more.size() / 2), works, culprits);
            admit(good, more.subList(more.size() / 2, more.size()), works, culprits);
        }
    }
}
