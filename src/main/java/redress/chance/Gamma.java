package redress.chance;

/**
 * The gamma function and the gamma distribution of scale one. Terms are taken as a deviance from the saddle point
 * (Loader, "Fast and accurate computation of binomial probabilities", 2000), sums as series or continued fraction
 * (Abramowitz and Stegun, 6.5.29 and 6.5.31).
 */
final class Gamma {

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    private static final double PRECISE = 1e-16;
    private static final double TINY = 1e-300;
    private static final int MOST_TERMS = 200_000;

    /** From here on Stirling's series is as precise as the type. */
    private static final double LARGE = 15;

    private Gamma() {}

    /** The logarithm of the gamma function; {@code x} above zero. */
    static double log(double x) {
        if (!(x > 0)) {
            throw new IllegalArgumentException("no logarithm of the gamma function at " + x);
        }
        double product = 1;
        double at = x;
        while (at < LARGE) {
            product *= at;
            at++;
        }
        return (at - 0.5) * Math.log(at) - at + HALF_LOG_TWO_PI + stirling(at) - Math.log(product);
    }

    /**
     * What Stirling's formula for log x! leaves out, beyond {@link #LARGE}: the series of Abramowitz and Stegun 6.1.41.
     */
    private static double stirling(double x) {
        double square = x * x;
        return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square)
                / x;
    }

    private static double stirlingError(double x) {
        return x > LARGE ? stirling(x) : log(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
    }

    /** x log(x / mean) + mean - x without cancellation where both are near. */
    private static double deviance(double x, double mean) {
        double gap = x - mean;
        if (Math.abs(gap) >= 0.1 * (x + mean)) {
            return x * Math.log(x / mean) - gap;
        }
        double ratio = gap / (x + mean);
        double sum = gap * ratio;
        double term = 2 * x * ratio;
        for (int j = 1; j < 1000; j++) {
            term *= ratio * ratio;
            double next = sum + term / (2 * j + 1);
            if (next == sum) {
                return sum;
            }
            sum = next;
        }
        return sum;
    }

    /** x^a e^-x / gamma(a + 1): for whole a the Poisson probability of a at mean x. */
    static double term(double a, double x) {
        if (a == 0) {
            return Math.exp(-x);
        }
        return Math.exp(-stirlingError(a) - deviance(a, x) - HALF_LOG_TWO_PI) / Math.sqrt(a);
    }

    /** P(a, x), the probability of at most x. */
    static double lower(double a, double x) {
        if (x <= 0) {
            return 0;
        }
        return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
    }

    /** Q(a, x), the probability of more than x, precise also where it is tiny. */
    static double upper(double a, double x) {
        if (x <= 0) {
            return 1;
        }
        return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
    }

    private static double series(double a, double x) {
        double sum = 1;
        double term = 1;
        for (int n = 1; n < MOST_TERMS && term > sum * PRECISE; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return Math.min(1, sum * term(a, x));
    }

    /** Lentz's evaluation of the continued fraction. */
    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double h = d;
        for (int n = 1; n < MOST_TERMS; n++) {
            double factor = -n * (n - a);
            b += 2;
            d = 1 / nonZero(factor * d + b);
            c = nonZero(b + factor / c);
            double change = c * d;
            h *= change;
            if (Math.abs(change - 1) < PRECISE * 2) {
                break;
            }
        }
        return Math.min(1, h * a * term(a, x));
    }

    private static double nonZero(double x) {
        return Math.abs(x) < TINY ? TINY : x;
    }

    /** The value below which the share {@code p} lies; found on the smaller tail so that far tails stay precise. */
    static double quantile(double p, double shape) {
        return p <= 0.5 ? lowerQuantile(p, shape) : upperQuantile(1 - p, shape);
    }

    private static double lowerQuantile(double p, double shape) {
        if (p <= 0) {
            return 0;
        }
        double target = Math.log(p);
        double high = Math.log(shape + 1);
        double low = (target + log(shape + 1)) / shape - 1;
        return Math.exp(Root.between(
                t -> Math.log(lower(shape, Math.exp(t)) + TINY) - target, Math.min(low, high), high));
    }

    /** The value above which {@code p} lies; p at most one half. */
    static double upperQuantile(double p, double shape) {
        if (p <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double target = Math.log(p);
        double high = shape + 1;
        while (upper(shape, high) > p) {
            high *= 2;
        }
        return Root.between(x -> Math.log(upper(shape, x) + TINY) - target, 0, high);
    }
}
