package redress.chance;

import java.util.List;

/**
 * How many cases took how many days; the last place holds those that were open at the horizon. Not changed once it was
 * handed out.
 */
final class Days {

    private final long[] counts;
    private final long total;

    private Days(long[] counts) {
        this.counts = counts;
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        this.total = sum;
    }

    static Days of(List<Case> cases, int horizon) {
        long[] counts = new long[horizon + 2];
        for (Case each : cases) {
            counts[each.delay(horizon)]++;
        }
        return new Days(counts);
    }

    Days plus(Days other) {
        return combined(other, 1);
    }

    Days minus(Days other) {
        return combined(other, -1);
    }

    private Days combined(Days other, int sign) {
        long[] sum = counts.clone();
        for (int day = 0; day < sum.length; day++) {
            sum[day] += sign * other.counts[day];
        }
        return new Days(sum);
    }

    long total() {
        return total;
    }

    long on(int day) {
        return counts[day];
    }

    int places() {
        return counts.length;
    }

    /** The share of pairs in which a case of these took longer than one of the others; equal ones count half. */
    double longerThan(Days others) {
        double pairs = 0;
        long below = 0;
        for (int day = 0; day < counts.length; day++) {
            pairs += counts[day] * (below + others.counts[day] / 2.0);
            below += others.counts[day];
        }
        return pairs / total / others.total;
    }

    /**
     * The variance of that share if both are alike, corrected for equal ones (Mann and Whitney 1947; for ties Lehmann,
     * "Nonparametrics", 1975, 1.4).
     */
    double varianceByChance(Days others) {
        double all = (double) total + others.total;
        double ties = 0;
        for (int day = 0; day < counts.length; day++) {
            double equal = (double) counts[day] + others.counts[day];
            ties += equal * equal * equal - equal;
        }
        return Math.max(0, all + 1 - ties / (all * (all - 1))) / (12.0 * total * others.total);
    }

    /** The variance of that share whether alike or not (Hanley and McNeil 1982). */
    double variance(Days others) {
        double share = longerThan(others);
        double two = share / (2 - share) - share * share;
        double twice = 2 * share * share / (1 + share) - share * share;
        return (share * (1 - share) + (total - 1) * two + (others.total - 1) * twice) / total / others.total;
    }
}
