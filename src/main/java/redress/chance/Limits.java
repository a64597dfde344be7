package redress.chance;

/**
 * Between which counts units like this one lie by chance: limits of prediction from exact probabilities, not from a
 * normal curve, which is badly off below fifty expected events (Manktelow and Seaton, "Specifying the probability
 * characteristics of funnel plot control limits", 2012). Between two counts they are interpolated as by Spiegelhalter
 * (2005, A.1.1), so that they can be drawn as smooth lines. Divided by the expected count they are limits of the ratio.
 *
 * @param low95 2.5 in 100 lie below
 * @param high95 2.5 in 100 lie above
 * @param low998 1 in 1,000 lies below
 * @param high998 1 in 1,000 lies above
 */
public record Limits(double low95, double high95, double low998, double high998) {

    private static final double SIDE_95 = 0.025;
    private static final double SIDE_998 = 0.001;

    /** The limits of a law. */
    static Limits of(Law law) {
        return new Limits(
                between(law, SIDE_95), between(law, 1 - SIDE_95), between(law, SIDE_998), between(law, 1 - SIDE_998));
    }

    private static double between(Law law, double p) {
        long count = law.quantile(p);
        double over = (law.atMost(count) - p) / law.mass(count);
        return Math.max(0, count - Math.clamp(over, 0, 1));
    }
}
