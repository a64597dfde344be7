package redress.chance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How many of many counts would give a probability "this count or more" at or below a threshold if all were chance. A
 * count can give only so many different probabilities; the steps of all are kept in one rising line.
 */
final class Steps {

    /** A law that reaches further than this is as good as continuous. */
    private static final double MOST = 2_000;

    /** Nothing that is looked at is as unlikely as this. */
    private static final double NEGLIGIBLE = 1e-18;

    /** A threshold that equals a step must reach it although both were summed in another order. */
    private static final double SLACK = 1 + 1e-9;

    private final List<Step> line;
    private final int continuous;

    private Steps(List<Step> line, int continuous) {
        this.line = line;
        this.continuous = continuous;
    }

    /** At this threshold and above so many are expected; in the line first only what the step adds. */
    private record Step(double at, double expected) {}

    /** The steps of all these laws. */
    static Steps of(List<Law> laws) {
        List<Step> additions = new ArrayList<>();
        int continuous = 0;
        for (Law law : laws) {
            double reach = law.mean() + 10 * Math.sqrt(law.variance()) + 40;
            if (reach > MOST) {
                continuous++;
            } else {
                add(law, Math.min(law.most(), (long) reach), additions);
            }
        }
        return new Steps(line(additions), continuous);
    }

    /**
     * The steps of many counts of meetings.
     *
     * @param laws the laws, and how many counts have each
     * @param least the least count that is looked at; whatever is below has the probability one
     */
    static Steps ofMeetings(Map<Meetings, Long> laws, int least) {
        List<Step> additions = new ArrayList<>();
        laws.forEach((law, many) -> {
            double tail = law.atLeast(least);
            for (long count = least; tail > NEGLIGIBLE; count++) {
                double above = law.atLeast(count + 1);
                additions.add(new Step(tail, many * (above > NEGLIGIBLE ? tail - above : tail)));
                tail = above;
            }
        });
        return new Steps(line(additions), 0);
    }

    private static List<Step> line(List<Step> additions) {
        additions.sort(Comparator.comparingDouble(Step::at));
        double sum = 0;
        for (int i = 0; i < additions.size(); i++) {
            sum += additions.get(i).expected();
            additions.set(i, new Step(additions.get(i).at(), sum));
        }
        return additions;
    }

    /** Each step of a law adds exactly the probability of the count that it stands for. */
    private static void add(Law law, long top, List<Step> additions) {
        double tail = law.atLeast(top);
        additions.add(new Step(tail, tail));
        double mass = law.mass(top);
        for (long count = top - 1; count >= 0; count--) {
            mass /= law.ratio(count);
            tail += mass;
            additions.add(new Step(tail, mass));
        }
    }

    /** How many are expected at or below the threshold by chance. */
    double expected(double threshold) {
        int low = -1;
        int high = line.size();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (line.get(middle).at() <= threshold * SLACK) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low < 0 ? 0 : line.get(low).expected()) + continuous * threshold;
    }
}
