package cn.jianwang.measure;

import java.util.Collection;

/**
 * What a checked sample says of a whole, with a 95 % interval.
 *
 * <p>A share has the interval of Wilson (1927), which holds for small samples and for shares near 0, as that of leads among D
 * is; where the sample is a large part of the whole, the sample size is corrected for the finite population (Cochran,
 * Sampling Techniques, 1977, 2.8). Sums and ratios of independent estimates recover their variances from the single limits
 * (MOVER): Zou &amp; Donner, Statistics in Medicine 27 (2008) 1693–1702, for sums; Donner &amp; Zou, Statistical Methods in
 * Medical Research 21 (2012) 347–359, for ratios.
 *
 * @param value the estimate
 * @param low   lower limit
 * @param high  upper limit; infinite where nothing bounds it
 */
public record Estimate(double value, double low, double high) {

    private static final double Z = 1.959963984540054;

    /** Nothing, for sure. */
    static final Estimate NOUGHT = new Estimate(0, 0, 0);

    /**
     * The share of a whole, of which some were asked and some of these said yes.
     *
     * @param asked at least 1 and at most {@code whole}
     */
    static Estimate share(int yes, int asked, int whole) {
        double share = (double) yes / asked;
        if (asked == whole) {
            return new Estimate(share, share, share);
        }
        double n = (double) asked * (whole - 1) / (whole - asked);
        double centre = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
        return new Estimate(share, Math.max(0, Math.min(share, centre - half)), Math.min(1, Math.max(share, centre + half)));
    }

    Estimate times(double factor) {
        return new Estimate(value * factor, low * factor, high * factor);
    }

    /** What is left of a whole. */
    Estimate from(double whole) {
        return new Estimate(whole - value, whole - high, whole - low);
    }

    static Estimate sum(Collection<Estimate> parts) {
        double value = 0;
        double below = 0;
        double above = 0;
        for (Estimate part : parts) {
            value += part.value;
            below += Math.pow(part.value - part.low, 2);
            above += Math.pow(part.high - part.value, 2);
        }
        return new Estimate(value, value - Math.sqrt(below), value + Math.sqrt(above));
    }

    /** The share that this amount has in itself and another, independent amount; 0 to 1 where both are nought. */
    Estimate amongst(Estimate rest) {
        if (value == 0 && rest.value == 0) {
            return new Estimate(0, 0, 1);
        }
        Estimate odds = rest.over(this);
        return new Estimate(value / (value + rest.value), 1 / (1 + odds.high), 1 / (1 + odds.low));
    }

    private Estimate over(Estimate other) {
        double product = value * other.value;
        double lowest = other.high * (2 * other.value - other.high);
        double highest = other.low * (2 * other.value - other.low);
        double from = lowest == 0 ? 0
                : (product - Math.sqrt(Math.max(0, product * product - low * (2 * value - low) * lowest))) / lowest;
        double to = highest <= 0 ? Double.POSITIVE_INFINITY
                : (product + Math.sqrt(Math.max(0, product * product - high * (2 * value - high) * highest))) / highest;
        return new Estimate(value / other.value, Math.max(0, from), to);
    }
}
