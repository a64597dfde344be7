package redress.chance;

/**
 * How a standardised count behaves by chance when it is cut off (winsorised) at a few standard deviations. Knowing this
 * exactly keeps robust estimates unbiased for small and skewed counts (Cantoni and Ronchetti 2001; for the negative
 * binomial Aeberhard, Cantoni and Heritier, "Robust inference in the negative binomial regression model", 2014).
 *
 * @param cut the cut value of the count that was seen
 * @param mean its mean by chance
 * @param square the mean of its square by chance
 * @param fourth the mean of its fourth power by chance
 * @param inside the probability that nothing is cut off
 */
record Winsor(double cut, double mean, double square, double fourth, double inside) {

    /**
     * Where to cut off, in standard deviations.
     *
     * @param low what is further below counts as if it were so far below
     * @param high what is further above counts as if it were so far above
     */
    record Cuts(double low, double high) {

        /** For the rate of a stratum: the same on both sides. */
        static final Cuts RATE = new Cuts(1.2, 1.2);

        /**
         * For the dispersion: those far above are whom one looks for, and must not widen the measure that they are held
         * to.
         */
        static final Cuts DISPERSION = new Cuts(2, 0.5);
    }

    /** Beyond so many counts between the cuts, neighbours are alike enough to be taken together. */
    private static final long FINE = 400;

    private static final double NEGLIGIBLE = 1e-13;

    /** The count against its law. */
    static Winsor of(Law law, long count, Cuts cuts) {
        double deviation = Math.sqrt(law.variance());
        long from = Math.max(0, (long) Math.ceil(law.mean() - cuts.low() * deviation));
        long to = Math.min(law.most(), (long) Math.floor(law.mean() + cuts.high() * deviation));
        long stride = Math.max(1, (to - from) / FINE);
        double inside = 0;
        double sum = 0;
        double squares = 0;
        double fourths = 0;
        double mass = law.mass(from);
        double first = mass;
        for (long k = from; k <= to; k += stride) {
            double residual = (k - law.mean()) / deviation;
            inside += stride * mass;
            sum += stride * mass * residual;
            squares += stride * mass * residual * residual;
            fourths += stride * mass * residual * residual * residual * residual;
            if (k + stride <= to) {
                // Not beyond: there a law may have no counts any more.
                mass = stride == 1 ? mass * law.ratio(k) : law.mass(k + stride);
            }
        }
        double below = stride == 1 ? below(law, from, first) : law.atMost(from - 1);
        inside = Math.min(inside, 1 - below);
        double above = 1 - below - inside;
        return new Winsor(
                Math.clamp((count - law.mean()) / deviation, -cuts.low(), cuts.high()),
                sum + cuts.high() * above - cuts.low() * below,
                squares + cuts.high() * cuts.high() * above + cuts.low() * cuts.low() * below,
                fourths + Math.pow(cuts.high(), 4) * above + Math.pow(cuts.low(), 4) * below,
                inside);
    }

    private static double below(Law law, long from, double first) {
        double mass = first;
        double sum = 0;
        for (long k = from - 1; k >= 0 && mass > sum * NEGLIGIBLE; k--) {
            mass /= law.ratio(k);
            sum += mass;
        }
        return sum;
    }
}
