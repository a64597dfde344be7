package redress.chance;

import java.util.List;

/**
 * Whether the months of one series became more from some month on, given how many there are in all: by chance each
 * event falls into a month by the share that was to be expected of it, so that no level has to be known. For each month
 * it is asked how likely as many or more come to be in it and after it; the least of these probabilities is held
 * against what it would be by chance, exactly, month by month (Worsley, "The power of likelihood ratio and cumulative
 * sum tests for a change in a binomial probability", 1983). Good for many series that are judged together;
 * {@link Cusum} tells sooner of one that is watched.
 *
 * @param since the month from which it is most, from zero
 * @param count what was seen since then
 * @param expected what was to be expected since then, at the level of the months before
 * @param p the probability by chance that some month looks as much like a beginning as this one, or an upper bound of
 *     it; one where it could not be found among several series anyway
 */
public record Rise(int since, long count, double expected, double p) {

    /** With fewer events nothing can be said. */
    static final int LEAST_EVENTS = 3;

    /** Above this the least of the probabilities is nothing, of however few series. */
    private static final double NOTHING = 0.03;

    /** Below this it is enough that no more months are looked at than there are. */
    private static final double CERTAIN = 1e-6;

    /** Of more events the exact probability is not reckoned, and its upper bound is taken. */
    private static final int MOST_EVENTS = 1_000;

    /**
     * The check.
     *
     * @param counts the counts of the months, the oldest first
     * @param expected what was to be expected of each of them, up to one factor for all; months of which nothing was to
     *     be expected are not looked at
     * @param first the first month that may be a beginning, above zero; what comes before it was to be expected too
     */
    public static Verdict<Rise> of(List<Integer> counts, List<Double> expected, int first) {
        double[] share = shares(expected);
        int total = 0;
        for (int month = 0; month < counts.size(); month++) {
            total += told(counts, expected, month);
        }
        if (total < LEAST_EVENTS || !(share[first] > 0 && share[first] < 1)) {
            return new Verdict.None<>(Verdict.Lack.EXPOSURE, total, LEAST_EVENTS);
        }
        int since = first;
        int most = 0;
        double least = 1;
        int seen = 0;
        for (int month = counts.size() - 1; month >= first; month--) {
            seen += told(counts, expected, month);
            double tail = atLeast(seen, total, share[month]);
            if (tail < least) {
                least = tail;
                since = month;
                most = seen;
            }
        }
        double usual = (total - most) * share[since] / (1 - share[since]);
        return new Verdict.Given<>(new Rise(since, most, usual, p(least, total, share, first)));
    }

    /** What a month says: nothing where nothing was to be expected, which a single event would make impossible. */
    private static int told(List<Integer> counts, List<Double> expected, int month) {
        return expected.get(month) > 0 ? counts.get(month) : 0;
    }

    /** The share of each month with all that come after it; with one more at the end, of which nothing is left. */
    private static double[] shares(List<Double> expected) {
        double[] share = new double[expected.size() + 1];
        for (int month = expected.size() - 1; month >= 0; month--) {
            share[month] = share[month + 1] + expected.get(month);
        }
        double all = share[0];
        for (int month = 0; month < share.length; month++) {
            share[month] = Math.min(1, share[month] / all);
        }
        return share;
    }

    /** The probability that at least so many of a total fall into a share. */
    private static double atLeast(int count, int total, double share) {
        if (count <= 0) {
            return 1;
        }
        return share <= 0 ? 0 : Beta.lower(count, total - count + 1.0, share);
    }

    private static double p(double least, int total, double[] share, int first) {
        int months = share.length - 1 - first;
        if (least > NOTHING) {
            return 1;
        }
        return least < CERTAIN || total > MOST_EVENTS
                ? Math.min(1, months * least)
                : reached(least, total, share, first);
    }

    /**
     * The probability that in some month as many come to be in it and after it as make the tail this small. From the
     * last month backwards, what is known is how many came after; those that reached it are left out as they do.
     */
    private static double reached(double least, int total, double[] share, int first) {
        double[] after = new double[total + 1];
        after[0] = 1;
        for (int month = share.length - 2; month >= first; month--) {
            double each = share[month + 1] >= 1 ? 0 : (share[month] - share[month + 1]) / (1 - share[month + 1]);
            after = with(after, Math.clamp(each, 0, 1), bound(least, total, share[month]));
        }
        double not = 0;
        for (double probability : after) {
            not += probability;
        }
        return Math.clamp(1 - not, 0, 1);
    }

    /** The smallest count with a tail as small; a little slack, as both were summed in another order. */
    private static int bound(double least, int total, double share) {
        int low = 0;
        int high = total + 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (atLeast(middle, total, share) <= least * (1 + 1e-9)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** How many there are with those of one more month, each of those left with this probability, below the bound. */
    private static double[] with(double[] after, double each, int bound) {
        int total = after.length - 1;
        double[] with = new double[after.length];
        for (int seen = 0; seen <= total; seen++) {
            if (after[seen] > 0) {
                int left = total - seen;
                double mass = Math.pow(1 - each, left);
                for (int more = 0; more <= left && seen + more < bound; more++) {
                    with[seen + more] += after[seen] * mass;
                    mass *= each / (1 - each) * (left - more) / (more + 1.0);
                }
            }
        }
        return with;
    }
}
