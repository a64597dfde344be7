package redress.chance;

/**
 * Counts out of so many cases: a binomial count whose share itself differs between like units as a beta value (Skellam
 * 1948).
 *
 * @param cases out of how many
 * @param share the expected share, between zero and one
 * @param dispersion the correlation of two cases of one unit, between zero and one
 */
record BetaBinomial(long cases, double share, double dispersion) implements Law {

    @Override
    public double mean() {
        return cases * share;
    }

    @Override
    public double variance() {
        return cases * share * (1 - share) * (1 + (cases - 1) * dispersion);
    }

    @Override
    public long most() {
        return cases;
    }

    double yes() {
        return share * (1 - dispersion) / dispersion;
    }

    double no() {
        return (1 - share) * (1 - dispersion) / dispersion;
    }

    @Override
    public double mass(long count) {
        return Math.exp(
                Tail.choose(cases, count) + Beta.log(count + yes(), cases - count + no()) - Beta.log(yes(), no()));
    }

    @Override
    public double atLeast(long count) {
        if (count <= 0) {
            return 1;
        }
        return count > mean() ? run(count, 1) : Math.clamp(1 - run(count - 1, -1), 0, 1);
    }

    @Override
    public double atMost(long count) {
        if (count >= cases) {
            return 1;
        }
        return count < mean() ? run(count, -1) : Math.clamp(1 - run(count + 1, 1), 0, 1);
    }

    /** The sum of the probabilities from a count to the end in one direction, by the ratio of neighbours. */
    private double run(long from, int step) {
        if (from < 0 || from > cases) {
            return 0;
        }
        double term = mass(from);
        double sum = 0;
        for (long k = from; k >= 0 && k <= cases; k += step) {
            sum += term;
            term *= step > 0 ? ratio(k) : 1 / ratio(k - 1);
        }
        return Math.min(1, sum);
    }

    @Override
    public double ratio(long count) {
        return (cases - count) / (count + 1.0) * (count + yes()) / (cases - count - 1 + no());
    }

    @Override
    public double dispersionPull() {
        return (cases - 1) / (1 + (cases - 1) / 10.0);
    }
}
