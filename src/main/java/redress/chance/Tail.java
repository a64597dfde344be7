package redress.chance;

/**
 * How much of a distribution lies beyond a value, and beyond which value a share of it lies. "At least" and "at most"
 * both count the value itself. A dispersion is the square of the coefficient of variation between units that are alike
 * otherwise: a count with mean m then has the variance m + dispersion m^2; zero means Poisson.
 */
public final class Tail {

    /** Below this a negative binomial is a Poisson to the precision of the type. */
    private static final double NO_DISPERSION = 1e-9;

    private Tail() {}

    /** The logarithm of the gamma function; {@code x} above zero. */
    public static double logGamma(double x) {
        return Gamma.log(x);
    }

    /** The regularised lower incomplete gamma function P(shape, x). */
    public static double gammaAtMost(double x, double shape) {
        return Gamma.lower(shape, x);
    }

    /** The regularised upper incomplete gamma function Q(shape, x), precise where it is tiny. */
    public static double gammaAbove(double x, double shape) {
        return Gamma.upper(shape, x);
    }

    /** The value below which a gamma value of that shape and scale one lies with probability {@code p}. */
    public static double gammaQuantile(double p, double shape) {
        return Gamma.quantile(requireShare(p), shape);
    }

    /** The regularised incomplete beta function I_x(a, b). */
    public static double betaAtMost(double x, double a, double b) {
        return Beta.lower(a, b, x);
    }

    /** The value below which a beta value lies with probability {@code p}. */
    public static double betaQuantile(double p, double a, double b) {
        return Beta.quantile(requireShare(p), a, b);
    }

    /** The probability of {@code count} or more at that mean. */
    public static double poissonAtLeast(long count, double mean) {
        return count <= 0 ? 1 : Gamma.lower(count, mean);
    }

    /** The probability of {@code count} or fewer at that mean. */
    public static double poissonAtMost(long count, double mean) {
        return count < 0 ? 0 : mean <= 0 ? 1 : Gamma.upper(count + 1.0, mean);
    }

    /** The probability of {@code count} or more at that mean and dispersion. */
    public static double negativeBinomialAtLeast(long count, double mean, double dispersion) {
        if (dispersion < NO_DISPERSION) {
            return poissonAtLeast(count, mean);
        }
        double spread = dispersion * mean;
        return count <= 0 ? 1 : Beta.lower(count, 1 / dispersion, spread / (1 + spread));
    }

    /** The probability of {@code count} or fewer at that mean and dispersion. */
    public static double negativeBinomialAtMost(long count, double mean, double dispersion) {
        if (dispersion < NO_DISPERSION) {
            return poissonAtMost(count, mean);
        }
        return count < 0 ? 0 : Beta.lower(1 / dispersion, count + 1.0, 1 / (1 + dispersion * mean));
    }

    /** The probability that a standard normal value is above {@code z}, precise where it is tiny. */
    public static double normalAbove(double z) {
        double tail = Gamma.upper(0.5, z * z / 2) / 2;
        return z >= 0 ? tail : 1 - tail;
    }

    /** The value below which a standard normal value lies with probability {@code p}. */
    public static double normalQuantile(double p) {
        double tail = Math.min(requireShare(p), 1 - p);
        double size = tail == 0.5 ? 0 : Math.sqrt(2 * upperHalf(2 * tail));
        return p < 0.5 ? -size : size;
    }

    private static double upperHalf(double above) {
        return above > 0.5 ? Gamma.quantile(1 - above, 0.5) : Gamma.upperQuantile(above, 0.5);
    }

    /** The probability that a chi-square value with {@code degrees} of freedom is above {@code x}. */
    public static double chiSquareAbove(double x, int degrees) {
        return Gamma.upper(degrees / 2.0, x / 2);
    }

    /**
     * The probability of {@code count} or more marked ones among {@code drawn} that are drawn from {@code total}, of
     * which {@code marked} bear the mark: the one-sided exact test of Fisher (1935).
     */
    public static double hypergeometricAtLeast(long count, long drawn, long marked, long total) {
        long least = Math.max(0, drawn + marked - total);
        long most = Math.min(drawn, marked);
        if (count <= least || count > most) {
            return count <= least ? 1 : 0;
        }
        double mean = (double) drawn * marked / total;
        if (count <= mean) {
            double below = hypergeometricRun(count - 1, -1, least, new long[] {drawn, marked, total});
            return Math.clamp(1 - below, 0, 1);
        }
        return Math.min(1, hypergeometricRun(count, 1, most, new long[] {drawn, marked, total}));
    }

    /** The sum of the probabilities from {@code from} away from the mean; they fall, so it ends early. */
    private static double hypergeometricRun(long from, int step, long end, long[] urn) {
        long drawn = urn[0];
        long marked = urn[1];
        long rest = urn[2] - marked;
        double term = Math.exp(choose(marked, from) + choose(rest, drawn - from) - choose(urn[2], drawn));
        double sum = 0;
        for (long k = from; step > 0 ? k <= end : k >= end; k += step) {
            sum += term;
            double up = (double) (marked - k) * (drawn - k) / ((k + 1.0) * (rest - drawn + k + 1.0));
            double down = (double) k * (rest - drawn + k) / ((marked - k + 1.0) * (drawn - k + 1.0));
            term *= step > 0 ? up : down;
            if (term < sum * 1e-17) {
                break;
            }
        }
        return sum;
    }

    /** The logarithm of the number of ways to choose {@code few} of {@code many}. */
    static double choose(double many, double few) {
        return Gamma.log(many + 1) - Gamma.log(few + 1) - Gamma.log(many - few + 1);
    }

    private static double requireShare(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a probability of " + p);
        }
        return p;
    }
}
