package redress.chance;

/**
 * How many times the expected rate a unit's own rate probably is, drawn towards one by as much as the unit is small:
 * empirical Bayes with the differences between peers as the prior (Clayton and Kaldor, "Empirical Bayes estimates of
 * age-standardized relative risks", 1987). Good for ordering; unlike a raw ratio it is not led by the smallest units.
 *
 * @param mean the posterior mean
 * @param low the lower end of the 95 % interval
 * @param high the upper end of the 95 % interval
 * @param aboveHalfMore the probability that the rate is more than one and a half times the expected one
 */
public record Relative(double mean, double low, double high, double aboveHalfMore) {

    private static final double SIDE = 0.025;
    private static final double HALF_MORE = 1.5;

    /** The gamma posterior over a Poisson count. */
    static Relative ofEvents(Law law, long count) {
        double prior = law.mean() * law.mean() / (law.variance() - law.mean());
        double shape = prior + count;
        double scale = prior + law.mean();
        return new Relative(
                shape / scale,
                Gamma.quantile(SIDE, shape) / scale,
                Gamma.quantile(1 - SIDE, shape) / scale,
                Gamma.upper(shape, HALF_MORE * scale));
    }

    /** The beta posterior over a binomial count; the ratio is that of the shares. */
    static Relative ofShares(BetaBinomial law, long count) {
        double yes = law.yes() + count;
        double no = law.no() + law.cases() - count;
        return new Relative(
                yes / (yes + no) / law.share(),
                Beta.quantile(SIDE, yes, no) / law.share(),
                Beta.quantile(1 - SIDE, yes, no) / law.share(),
                Beta.lower(no, yes, 1 - HALF_MORE * law.share()));
    }
}
