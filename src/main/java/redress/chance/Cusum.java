package redress.chance;

import java.util.ArrayList;
import java.util.List;

/**
 * The change check of one series of monthly counts: the sum of what speaks for a multiple (as a rule a doubling) of the
 * expected rate against the expected rate itself, never below zero (Page, "Continuous inspection schemes", 1954; for
 * counts Lucas 1985, for rates that are adjusted month by month Steiner and others 2000). It raises an alarm at a
 * threshold that is chosen so that a series without change gives one false alarm in so many months on average. After an
 * alarm it starts again from zero.
 *
 * @param path the sum after each month, in natural logarithms of odds
 * @param alarms the alarms in order
 * @param threshold the sum at which an alarm is raised
 * @param monthsBetweenFalseAlarms the exact mean number of months to an alarm if nothing changes
 * @param p the probability by chance that the sum, if it were not started again, rises as high within these months
 */
public record Cusum(
        List<Double> path, List<Alarm> alarms, double threshold, double monthsBetweenFalseAlarms, double p) {

    /** Ten years of months. */
    public static final int TEN_YEARS = 120;

    /** Fewer expected in a month than this, and a doubling would be noticed after years if at all. */
    private static final double LEAST_EXPECTED = 0.05;

    /**
     * An alarm.
     *
     * @param month the month, from zero, at whose end it was raised
     * @param since the month with which the rise began: the likely time of the change
     */
    public record Alarm(int month, int since) {}

    /** Copies the lists. */
    public Cusum {
        path = List.copyOf(path);
        alarms = List.copyOf(alarms);
    }

    /**
     * What is looked for, and how seldom it may be seen where it is not.
     *
     * @param multiple the multiple of the expected rate, such as 2
     * @param dispersion the dispersion from month to month beyond chance; zero for Poisson counts
     * @param months the least mean number of months between false alarms
     */
    public record Design(double multiple, double dispersion, int months) {

        /** A doubling of Poisson counts, one false alarm in ten years. */
        public static final Design DOUBLING = new Design(2, 0, TEN_YEARS);

        /** Refuses a design that could never raise an alarm. */
        public Design {
            if (!(multiple > 1) || !(dispersion >= 0) || months < 2) {
                throw new IllegalArgumentException("no change to look for");
            }
        }
    }

    /**
     * Looks at a series with the same expectation in each month; thresholds are kept, so that many series cost little.
     *
     * @param counts the counts of the months, the oldest first
     * @param expected the count expected in a month from peers or from an earlier time; for the threshold to be kept it
     *     is used as rounded up to two digits, which makes false alarms rarer, not more frequent
     */
    public static Verdict<Cusum> watch(List<Integer> counts, double expected, Design design) {
        if (!(expected >= LEAST_EXPECTED)) {
            return new Verdict.None<>(Verdict.Lack.MONTHLY_EVENTS, expected, LEAST_EXPECTED);
        }
        return new Verdict.Given<>(run(counts, Chart.kept(rounded(expected), design)));
    }

    /**
     * Looks at a series whose expectation changes with the season or with the size of the unit.
     *
     * @param counts the counts of the months, the oldest first
     * @param expected what was expected in each of them
     */
    public static Verdict<Cusum> watch(List<Integer> counts, List<Double> expected, Design design) {
        if (counts.size() != expected.size()) {
            throw new IllegalArgumentException(counts.size() + " months, " + expected.size() + " expectations");
        }
        double mean =
                expected.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        if (!(mean >= LEAST_EXPECTED)) {
            return new Verdict.None<>(Verdict.Lack.MONTHLY_EVENTS, mean, LEAST_EXPECTED);
        }
        return new Verdict.Given<>(run(counts, Chart.of(expected, design)));
    }

    private static double rounded(double expected) {
        double unit = Math.pow(10, Math.floor(Math.log10(expected)) - 1);
        return Math.ceil(expected / unit - 1e-9) * unit;
    }

    private static Cusum run(List<Integer> counts, Chart chart) {
        List<Double> path = new ArrayList<>();
        List<Alarm> alarms = new ArrayList<>();
        int sum = 0;
        int unbroken = 0;
        int peak = 0;
        int since = 0;
        for (int month = 0; month < counts.size(); month++) {
            int step = chart.step(month, counts.get(month));
            since = sum == 0 ? month : since;
            sum = Math.max(0, sum + step);
            unbroken = Math.max(0, unbroken + step);
            peak = Math.max(peak, unbroken);
            path.add(sum * chart.grain());
            if (sum >= chart.threshold()) {
                alarms.add(new Alarm(month, since));
                sum = 0;
            }
        }
        double p = peak == 0 ? 1 : chart.reaches(peak, counts.size());
        return new Cusum(path, alarms, chart.threshold() * chart.grain(), chart.monthsToFalseAlarm(), p);
    }
}
