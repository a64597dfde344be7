package redress.chance;

/**
 * Counts of events: a Poisson count whose rate itself differs between like units as a gamma value (Greenwood and Yule
 * 1920).
 *
 * @param mean the expected count, above zero
 * @param dispersion the squared coefficient of variation of the rates of like units, above zero
 */
record NegativeBinomial(double mean, double dispersion) implements Law {

    @Override
    public double variance() {
        return mean + dispersion * mean * mean;
    }

    @Override
    public long most() {
        return Long.MAX_VALUE / 4;
    }

    @Override
    public double mass(long count) {
        double shape = 1 / dispersion;
        double spread = dispersion * mean;
        double ways = count == 0 ? 0 : -Math.log(count) - Beta.log(count, shape);
        return Math.exp(ways - shape * Math.log1p(spread) + count * Math.log(spread / (1 + spread)));
    }

    @Override
    public double ratio(long count) {
        double spread = dispersion * mean;
        return (count + 1 / dispersion) / (count + 1) * spread / (1 + spread);
    }

    @Override
    public double atLeast(long count) {
        return Tail.negativeBinomialAtLeast(count, mean, dispersion);
    }

    @Override
    public double atMost(long count) {
        return Tail.negativeBinomialAtMost(count, mean, dispersion);
    }

    @Override
    public double dispersionPull() {
        return mean / (1 + mean / 10);
    }
}
