package redress.chance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How many of many counts would give a probability "this count or more" at or below a threshold if all were chance. A
 * count can give only so many different probabilities; what the steps of all come to is kept in one rising line.
 */
final class Steps {

    /** A law that reaches further than this is as good as continuous. */
    private static final double MOST = 2_000;

    /** Nothing that is looked at is as unlikely as this. */
    private static final double NEGLIGIBLE = 1e-18;

    /** A threshold that equals a step must reach it although both were summed in another order. */
    private static final double SLACK = 1 + 1e-9;

    private final double[] at;
    private final double[] expected;
    private final int continuous;

    /**
     * The line.
     *
     * @param at where it rises, from low to high
     * @param added by how much at each; becomes how many are expected there and below
     */
    private Steps(double[] at, double[] added, int continuous) {
        this.at = at;
        this.expected = added;
        this.continuous = continuous;
        for (int i = 1; i < added.length; i++) {
            added[i] += added[i - 1];
        }
    }

    /**
     * The steps of all these laws, for those alone who will ask about these thresholds: thousands of laws have hundreds
     * of steps each, and only between which thresholds they lie has to be known.
     */
    static Steps of(List<Law> laws, List<Double> thresholds) {
        double[] at = thresholds.stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .distinct()
                .toArray();
        double[] added = new double[at.length];
        int continuous = 0;
        for (Law law : laws) {
            double reach = law.mean() + 10 * Math.sqrt(law.variance()) + 40;
            if (reach > MOST) {
                continuous++;
            } else {
                add(law, Math.min(law.most(), (long) reach), at, added);
            }
        }
        return new Steps(at, added, continuous);
    }

    /** Each step of a law adds exactly the probability of the count that it stands for. */
    private static void add(Law law, long top, double[] at, double[] added) {
        double tail = law.atLeast(top);
        double mass = law.mass(top);
        double adds = tail;
        int place = reaching(at, 0, tail);
        for (long count = top - 1; place < at.length; count--) {
            added[place] += adds;
            if (count < 0) {
                return;
            }
            mass /= law.ratio(count);
            tail += mass;
            adds = mass;
            place = reaching(at, place, tail);
        }
    }

    /** The first threshold from this place on that reaches a step; it is mostly near. */
    private static int reaching(double[] at, int from, double step) {
        int low = from - 1;
        int stride = 1;
        while (low + stride < at.length && at[low + stride] * SLACK < step) {
            low += stride;
            stride *= 2;
        }
        int high = Math.min(low + stride, at.length);
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (at[middle] * SLACK < step) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** At this threshold and above the step adds so many. */
    private record Step(double at, double adds) {}

    /**
     * The steps of many counts of meetings.
     *
     * @param laws the laws, and how many counts have each
     * @param least the least count that is looked at; whatever is below has the probability one
     */
    static Steps ofMeetings(Map<Meetings, Long> laws, int least) {
        List<Step> steps = new ArrayList<>();
        laws.forEach((law, many) -> {
            double tail = law.atLeast(least);
            for (long count = least; tail > NEGLIGIBLE; count++) {
                double above = law.atLeast(count + 1);
                steps.add(new Step(tail, many * (above > NEGLIGIBLE ? tail - above : tail)));
                tail = above;
            }
        });
        steps.sort(Comparator.comparingDouble(Step::at));
        return new Steps(
                steps.stream().mapToDouble(Step::at).toArray(),
                steps.stream().mapToDouble(Step::adds).toArray(),
                0);
    }

    /**
     * How many are expected at or below the threshold by chance.
     *
     * @param threshold after {@link #of} one of those that were given to it
     */
    double expected(double threshold) {
        int low = -1;
        int high = at.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (at[middle] <= threshold * SLACK) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low < 0 ? 0 : expected[low]) + continuous * threshold;
    }
}
