package redress.chance;

/** How a count comes about if only chance and the ordinary differences between like units are at work. */
sealed interface Law permits NegativeBinomial, BetaBinomial {

    /** The expected count. */
    double mean();

    /** The variance of the count. */
    double variance();

    /** The greatest count that can be. */
    long most();

    /** The probability of exactly this count. */
    double mass(long count);

    /** The probability of one more than this count, as a multiple of the probability of this count. */
    double ratio(long count);

    /** The probability of this count or more. */
    double atLeast(long count);

    /** The probability of this count or fewer. */
    double atMost(long count);

    /**
     * How much this count can tell of the dispersion: by which share the variance grows with it, at a dispersion of one
     * tenth, so that no unit is so large that it outweighs all others.
     */
    double dispersionPull();

    /** The smallest count with at least the probability {@code p} at or below it. */
    default long quantile(double p) {
        double deviation = Math.sqrt(variance());
        long low = -1;
        long high = Math.min(most(), (long) (mean() + 4 * deviation) + 4);
        while (high < most() && atMost(high) < p) {
            low = high;
            high = Math.min(most(), 2 * high);
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (atMost(middle) >= p) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
