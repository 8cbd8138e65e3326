package cn.jianwang.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds the few items that break something, by trying with ever smaller parts of the rest. */
final class Isolation {

    private Isolation() {
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
