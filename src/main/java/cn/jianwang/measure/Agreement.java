package cn.jianwang.measure;

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

    static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
