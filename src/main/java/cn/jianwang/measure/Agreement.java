package cn.jianwang.measure;

import java.util.Collection;
import java.util.function.Predicate;

/**
 * How well a set of finds covers a set of what was to be found.
 *
 * @param hits   found and wanted
 * @param alarms found and not wanted
 * @param missed wanted and not found
 */
public record Agreement(int hits, int alarms, int missed) {

    public double precision() {
        return share(hits, hits + alarms);
    }

    public double recall() {
        return share(hits, hits + missed);
    }

    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    /** Agreement of two yes-or-no judgements beyond chance (Cohen 1960). @param all number of items judged */
    public double kappa(int all) {
        double wanted = share(hits + missed, all);
        double given = share(hits + alarms, all);
        double expected = wanted * given + (1 - wanted) * (1 - given);
        return expected == 1 ? 1 : (share(all - alarms - missed, all) - expected) / (1 - expected);
    }

    /** Counts how the given judgement agrees with the wanted one. */
    public static <T> Agreement between(Collection<T> all, Predicate<T> wanted, Predicate<T> given) {
        return new Agreement(count(all, wanted.and(given)), count(all, given.and(wanted.negate())), count(all, wanted.and(given.negate())));
    }

    static <T> int count(Collection<T> all, Predicate<T> which) {
        return (int) all.stream().filter(which).count();
    }

    static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
