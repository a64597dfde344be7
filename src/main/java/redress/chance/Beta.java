package redress.chance;

/**
 * The regularised incomplete beta function by its continued fraction (Abramowitz and Stegun, 26.5.8, evaluated after
 * Lentz), on whichever side converges.
 */
final class Beta {

    private static final double PRECISE = 4e-16;
    private static final double TINY = 1e-300;
    private static final int MOST_TERMS = 200_000;

    private Beta() {}

    /** The logarithm of the beta function. */
    static double log(double a, double b) {
        return Gamma.log(a) + Gamma.log(b) - Gamma.log(a + b);
    }

    /** I_x(a, b), the probability that a beta value is at most {@code x}. */
    static double lower(double a, double b, double x) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        double front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - log(a, b));
        double sum = x < (a + 1) / (a + b + 2) ? front * fraction(a, b, x) / a : 1 - front * fraction(b, a, 1 - x) / b;
        return Math.clamp(sum, 0, 1);
    }

    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m < MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            double change = d * c;
            h *= change;
            if (Math.abs(change - 1) < PRECISE) {
                break;
            }
        }
        return h;
    }

    private static double nonZero(double x) {
        return Math.abs(x) < TINY ? TINY : x;
    }

    /** The value below which the share {@code p} lies. */
    static double quantile(double p, double a, double b) {
        return Root.between(x -> lower(a, b, x) - p, 0, 1);
    }
}
