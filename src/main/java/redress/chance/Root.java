package redress.chance;

import java.util.function.DoubleUnaryOperator;

/**
 * Where a rising or falling function crosses zero: the Illinois variant of the false position (Dowell and Jarratt
 * 1971), which keeps a bracket and so cannot run away.
 */
final class Root {

    private static final int MOST_STEPS = 200;
    private static final double CLOSE = 1e-14;

    private Root() {}

    /** The crossing to the precision of the type. */
    static double between(DoubleUnaryOperator function, double from, double to) {
        return between(function, from, to, CLOSE);
    }

    /**
     * The crossing between {@code from} and {@code to}, at which the function has different signs, to that precision.
     */
    static double between(DoubleUnaryOperator function, double from, double to, double close) {
        double low = from;
        double high = to;
        double atLow = function.applyAsDouble(low);
        double atHigh = function.applyAsDouble(high);
        for (int step = 0; step < MOST_STEPS && Math.abs(high - low) > close * (1 + Math.abs(high)); step++) {
            double next = high - atHigh * (high - low) / (atHigh - atLow);
            double atNext = function.applyAsDouble(next);
            if (atNext == 0 || next == high) {
                return next;
            }
            if (atNext < 0 != atHigh < 0) {
                low = high;
                atLow = atHigh;
            } else {
                atLow /= 2;
            }
            high = next;
            atHigh = atNext;
        }
        return high;
    }
}
