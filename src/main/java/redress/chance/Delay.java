package redress.chance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The process check: are cases of a unit left open more often, and do they take longer, than like cases of its peers?
 * Only cases that came in at least a horizon ago are looked at; what was open at the horizon counts as longer than
 * everything that was closed, so that nothing has to be guessed about open ones. Delays are compared by rank, as their
 * means say little: the share of pairs in which a case here took longer than a like case elsewhere (Mann and Whitney
 * 1947; van Elteren's stratification, 1960). How much units differ anyway is estimated from all of them with outliers
 * cut off (the additive model of Spiegelhalter 2005), and a unit must stand out beyond that.
 */
public final class Delay {

    private static final double NORMAL_95 = 1.959963984540054;

    private final Funnel open;
    private final List<Point> points;

    private Delay(Funnel open, List<Point> points) {
        this.open = open;
        this.points = List.copyOf(points);
    }

    /**
     * A unit and its delays.
     *
     * @param name how the caller knows it
     * @param cases how many cases were old enough
     * @param tooYoung how many cases were left out because they came in after the horizon
     * @param comparison how the delays compare, or why that cannot be said
     */
    public record Point(String name, int cases, int tooYoung, Verdict<Comparison> comparison) {}

    /**
     * Delays against those of like cases elsewhere.
     *
     * @param median days within which half of the cases here were closed; empty if fewer were within the horizon
     * @param medianElsewhere the same of the peers, at the mix of strata that this unit has
     * @param longer the share of pairs in which a case here took longer than a like case elsewhere; one half if alike
     * @param low the lower end of its 95 % interval
     * @param high the upper end of its 95 % interval
     * @param p the probability of such a share or a greater one by chance and ordinary differences between units
     * @param q the smallest rate of false discoveries at which it counts as longer than expected
     * @param more whether delays are longer than expected by chance, with all units looked at
     */
    public record Comparison(
            OptionalInt median,
            OptionalInt medianElsewhere,
            double longer,
            double low,
            double high,
            double p,
            double q,
            boolean more) {}

    /**
     * The check.
     *
     * @param group the cases of all units, the ones of interest among them
     * @param horizon how many days after coming in to look
     * @param demands what there must be at least for a verdict
     * @param rate the tolerated share of chance among what is found, such as 0.1
     */
    public static Delay of(List<Caseload> group, int horizon, Demands demands, double rate) {
        if (horizon < 1) {
            throw new IllegalArgumentException("a horizon of " + horizon + " days");
        }
        Funnel open = Funnel.of(
                Measure.SHARES, group.stream().map(load -> load.open(horizon)).toList(), demands, rate);
        Map<String, Ranks.Stratum> strata = new HashMap<>();
        List<Map<String, Days>> delays =
                group.stream().map(load -> load.delays(horizon)).toList();
        delays.forEach(own ->
                own.forEach((stratum, days) -> strata.merge(stratum, new Ranks.Stratum(days, 1), Ranks.Stratum::plus)));
        List<Verdict<Ranks>> ranks =
                delays.stream().map(own -> Ranks.of(own, strata, demands)).toList();
        return new Delay(open, points(group, horizon, ranks, rate));
    }

    private static List<Point> points(List<Caseload> group, int horizon, List<Verdict<Ranks>> ranks, double rate) {
        List<Ranks> compared =
                ranks.stream().flatMap(each -> each.given().stream()).toList();
        double between = Ranks.between(compared);
        Discoveries discoveries = Discoveries.at(
                rate, compared.stream().map(each -> each.p(between)).toList());
        List<Point> points = new ArrayList<>();
        int place = 0;
        for (int i = 0; i < group.size(); i++) {
            double q = ranks.get(i).given().isPresent() ? discoveries.q(place++) : 1;
            int known = group.get(i).known(horizon).size();
            Verdict<Comparison> comparison = ranks.get(i).map(each -> comparison(each, between, q, rate));
            points.add(
                    new Point(group.get(i).name(), known, group.get(i).cases().size() - known, comparison));
        }
        return points;
    }

    private static Comparison comparison(Ranks ranks, double between, double q, double rate) {
        double side = NORMAL_95 * Math.sqrt(ranks.variance());
        return new Comparison(
                ranks.median(),
                ranks.medianElsewhere(),
                ranks.longer(),
                Math.max(0, ranks.longer() - side),
                Math.min(1, ranks.longer() + side),
                ranks.p(between),
                q,
                q <= rate && ranks.longer() > 0.5);
    }

    /** How many cases were still open at the horizon, unit by unit: a funnel of shares. */
    public Funnel open() {
        return open;
    }

    /** The delays of all units, in the order in which they came. */
    public List<Point> points() {
        return points;
    }

    /** The delays of one unit. */
    public Optional<Point> point(String name) {
        return points.stream().filter(point -> point.name().equals(name)).findFirst();
    }
}
