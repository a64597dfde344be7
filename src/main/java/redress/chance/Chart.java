package redress.chance;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The weights and the threshold of a {@link Cusum}. All weights are whole multiples of a grain, so that the sum moves
 * between whole numbers and its run length is exact, by the Markov chain of Brook and Evans ("An approach to the
 * probability distribution of CUSUM run length", 1972) without their rounding.
 */
final class Chart {

    /** The weight of a month without events is cut into at least so many grains. */
    private static final int FINE = 10;

    private static final double LARGEST_GRAIN = 0.02;
    private static final double NEGLIGIBLE = 1e-12;
    private static final double STEADY = 1e-9;
    private static final int MOST_CYCLES = 20_000;
    private static final int MOST_KEPT = 4_096;

    private static final Map<Key, Chart> KEPT = new ConcurrentHashMap<>();

    private final List<Month> months;
    private final double grain;
    private final int threshold;
    private final double monthsToFalseAlarm;

    private Chart(List<Double> expected, Cusum.Design design) {
        double mean =
                expected.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        this.grain = Math.min(LARGEST_GRAIN, quiet(mean, design) / FINE);
        this.months =
                expected.stream().map(each -> Month.of(each, design, grain)).toList();
        int low = 0;
        int high = 1;
        while (runLength(high) < design.months()) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (runLength(middle) >= design.months()) {
                high = middle;
            } else {
                low = middle;
            }
        }
        this.threshold = high;
        this.monthsToFalseAlarm = runLength(high);
    }

    private record Key(double expected, Cusum.Design design) {}

    /**
     * What a month's count adds.
     *
     * @param each for each event, in grains
     * @param quiet what is taken away in any case, in grains
     * @param mass the probability of each count if nothing has changed
     */
    private record Month(int each, int quiet, double[] mass) {

        static Month of(double expected, Cusum.Design design, double grain) {
            double law = Math.max(design.dispersion(), 1e-7);
            double ratio = design.multiple() * (1 + law * expected) / (1 + law * design.multiple() * expected);
            NegativeBinomial chance = new NegativeBinomial(Math.max(expected, 1e-9), law);
            int most = (int) (expected + 12 * Math.sqrt(chance.variance()) + 12);
            double[] mass = new double[most + 1];
            for (int count = 0; count <= most; count++) {
                mass[count] = chance.mass(count);
            }
            return new Month(
                    (int) Math.max(1, Math.round(Math.log(ratio) / grain)),
                    (int) Math.round(Chart.quiet(expected, design) / grain),
                    mass);
        }

        int step(int count) {
            return each * count - quiet;
        }
    }

    /** How much a month without events speaks against the change: the logarithm of the ratio of both probabilities. */
    private static double quiet(double expected, Cusum.Design design) {
        double law = design.dispersion();
        return law < 1e-7
                ? (design.multiple() - 1) * expected
                : Math.log((1 + law * design.multiple() * expected) / (1 + law * expected)) / law;
    }

    /** The chart of a series with one expectation. */
    static Chart kept(double expected, Cusum.Design design) {
        if (KEPT.size() > MOST_KEPT) {
            KEPT.clear();
        }
        return KEPT.computeIfAbsent(new Key(expected, design), key -> of(List.of(expected), design));
    }

    /** The chart of a series with an expectation for each month; beyond its end it begins again. */
    static Chart of(List<Double> expected, Cusum.Design design) {
        return new Chart(expected, design);
    }

    /** What a count adds to the sum, in grains. */
    int step(int month, int count) {
        return months.get(month % months.size()).step(count);
    }

    /** What a grain is, in natural logarithms of odds. */
    double grain() {
        return grain;
    }

    /** The sum at which an alarm is raised, in grains. */
    int threshold() {
        return threshold;
    }

    /** The mean number of months to an alarm if nothing changes. */
    double monthsToFalseAlarm() {
        return monthsToFalseAlarm;
    }

    /** The probability that the sum reaches a height within so many months if nothing changes. */
    double reaches(int height, int within) {
        double[] sum = start(height);
        for (int month = 0; month < within; month++) {
            sum = after(months.get(month % months.size()), sum);
        }
        return Math.clamp(1 - total(sum), 0, 1);
    }

    /**
     * The mean time to a height: the sum over all months of the probability of not having been there. Once the
     * survivors of a cycle are spread as they were a cycle earlier, the rest is a geometric series.
     */
    private double runLength(int height) {
        double[] sum = start(height);
        double alive = 1;
        double length = 0;
        for (int cycle = 0; cycle < MOST_CYCLES; cycle++) {
            double[] before = sum;
            double inCycle = 0;
            for (Month month : months) {
                inCycle += total(sum);
                sum = after(month, sum);
            }
            double survive = total(sum);
            if (survive < NEGLIGIBLE) {
                return length + inCycle * alive;
            }
            if (farthest(before, sum, survive) < STEADY) {
                return length + inCycle * alive / (1 - survive);
            }
            length += inCycle * alive;
            alive *= survive;
            scale(sum, 1 / survive);
        }
        return length;
    }

    private static double farthest(double[] before, double[] after, double survive) {
        double farthest = 0;
        for (int i = 0; i < before.length; i++) {
            farthest = Math.max(farthest, Math.abs(before[i] - after[i] / survive));
        }
        return farthest;
    }

    private static void scale(double[] sum, double factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] *= factor;
        }
    }

    private static double[] start(int height) {
        double[] sum = new double[height];
        sum[0] = 1;
        return sum;
    }

    private static double[] after(Month month, double[] before) {
        double[] after = new double[before.length];
        for (int at = 0; at < before.length; at++) {
            if (before[at] < NEGLIGIBLE * NEGLIGIBLE) {
                continue;
            }
            for (int count = 0; count < month.mass().length; count++) {
                int next = Math.max(0, at + month.step(count));
                if (next >= after.length) {
                    break;
                }
                after[next] += before[at] * month.mass()[count];
            }
        }
        return after;
    }

    private static double total(double[] sum) {
        double total = 0;
        for (double each : sum) {
            total += each;
        }
        return total;
    }
}
