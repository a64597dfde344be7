package redress.chance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The outlier check of a peer group: for each unit what was seen, what is expected of units like it, and whether it is
 * more than chance and the ordinary differences between like units explain (Spiegelhalter, "Funnel plots for comparing
 * institutional performance", 2005; false discoveries after Ridgeway and MacDonald, 2009). Units that look unlike the
 * others at first sight are set aside, at most one in fifty, and all are judged by what is left; in a group too small
 * for that each is judged by the others alone. It says that a number stands out, never why. Immutable.
 */
public final class Funnel {

    /** Whoever is found at this rate at first sight is rather unlike the others than like them. */
    private static final double UNLIKE = 0.5;

    /** In a small group a unit with this probability or less is judged by the others alone. */
    private static final double DOUBTFUL = 0.3;

    /** At most so many are set aside; in a group too small for one each is judged by the others alone. */
    private static final double MOST_ASIDE = 0.02;

    private final Peers peers;
    private final Judged judged;
    private final Demands demands;
    private final List<Point> points;
    private final double rate;

    private Funnel(Peers peers, Judged judged, Demands demands, double rate) {
        this.peers = peers;
        this.judged = judged;
        this.demands = demands;
        this.points = judged.points(peers.measure(), rate);
        this.rate = rate;
    }

    /**
     * A unit in the funnel.
     *
     * @param compared the unit without what is left out; all of it where there is no verdict
     * @param apart what is left out, as too few others are active in these strata; without parts where nothing is
     * @param comparison how it compares, or why that cannot be said
     */
    public record Point(Peer compared, Peer apart, Verdict<Comparison> comparison) {

        /** How the caller knows it. */
        public String name() {
            return compared.name();
        }

        /** What was seen, as far as it is compared. */
        public long count() {
            return compared.count();
        }

        /** What that is measured against. */
        public double exposure() {
            return compared.exposure();
        }
    }

    /**
     * What was seen against what is expected by chance for units like this.
     *
     * @param expected the expected count
     * @param atLeast the probability by chance of this count or more
     * @param q the smallest rate of false discoveries at which it counts as more than expected
     * @param more whether it is more than expected by chance, with all units looked at
     * @param relative the ratio of seen to expected, shrunk by the size of the unit
     */
    public record Comparison(double expected, double atLeast, double q, boolean more, Relative relative) {}

    /** The check with the usual demands, and at most one in ten of what is found by chance. */
    public static Funnel of(Measure measure, List<Peer> group) {
        return of(measure, group, Demands.USUAL, 0.1);
    }

    /**
     * The check.
     *
     * @param measure what the counts are; count what would give concern, as only <em>more</em> of it is looked for
     * @param group all units that are alike but for their strata, the ones of interest among them
     * @param demands what there must be at least for a verdict
     * @param rate the tolerated share of chance among what is found
     */
    public static Funnel of(Measure measure, List<Peer> group, Demands demands, double rate) {
        Peers all = Peers.of(measure, group);
        long most = (long) (group.size() * MOST_ASIDE);
        if (most == 0) {
            Judged byOthers = Judged.of(candidates(all, demands).map(seen -> seen.byOthers(all, demands)), rate);
            return new Funnel(all, byOthers, demands, rate);
        }
        Judged first = Judged.of(candidates(all, demands), rate);
        Set<String> unlike = first.unlike(most);
        if (unlike.isEmpty()) {
            return new Funnel(all, first, demands, rate);
        }
        Peers rest = all.without(unlike);
        return new Funnel(rest, Judged.of(candidates(rest, demands), rate), demands, rate);
    }

    /**
     * A unit as it would stand here with other counts, while all others stay as they are: held against these alone, and
     * judged among as many.
     *
     * @param changed the unit with these counts, under the name that it has here
     */
    public Point instead(Peer changed) {
        Candidate candidate = Candidate.of(peers.alsoWithout(changed.name()), changed, demands);
        return judged.with(candidate, rate).points(peers.measure(), rate).stream()
                .filter(point -> point.name().equals(changed.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody of this name is in the funnel"));
    }

    private static Stream<Candidate> candidates(Peers peers, Demands demands) {
        return peers.all().stream().map(peer -> Candidate.of(peers, peer, demands));
    }

    /**
     * All units with the rate at which each is found, before anything else is reckoned of them.
     *
     * @param candidates the units
     * @param q the smallest rate of false discoveries at which each counts as more than expected
     */
    private record Judged(List<Candidate> candidates, List<Double> q) {

        static Judged of(Stream<Candidate> judged, double rate) {
            List<Candidate> candidates = judged.toList();
            List<Law> laws = candidates.stream()
                    .flatMap(candidate -> candidate.law().given().stream())
                    .toList();
            List<Double> p = candidates.stream()
                    .flatMap(candidate -> candidate.atLeast().given().stream())
                    .toList();
            Discoveries discoveries = Discoveries.ofCounts(rate, p, laws);
            List<Double> q = new ArrayList<>();
            int compared = 0;
            for (Candidate candidate : candidates) {
                q.add(candidate.law().given().isPresent() ? discoveries.q(compared++) : 1);
            }
            return new Judged(candidates, q);
        }

        /** The names of those that are rather unlike the others than like them, at most so many. */
        Set<String> unlike(long most) {
            return IntStream.range(0, q.size())
                    .filter(i -> q.get(i) <= UNLIKE)
                    .boxed()
                    .sorted(Comparator.comparing(q::get))
                    .limit(most)
                    .map(i -> candidates.get(i).whole().name())
                    .collect(Collectors.toSet());
        }

        /** The same with one of them changed. */
        Judged with(Candidate changed, double rate) {
            String name = changed.whole().name();
            return of(candidates.stream().map(each -> each.whole().name().equals(name) ? changed : each), rate);
        }

        List<Point> points(Measure measure, double rate) {
            return IntStream.range(0, q.size())
                    .mapToObj(i -> candidates.get(i).point(measure, q.get(i), rate))
                    .toList();
        }
    }

    /**
     * A unit on the way to its verdict: what of it is compared, how the count of that comes about by chance, and the
     * probability of this count or more.
     */
    private record Candidate(Peer whole, Peer peer, Verdict<Law> law, Verdict<Double> atLeast) {

        static Candidate of(Peers peers, Peer whole, Demands demands) {
            Peer peer = peers.comparable(whole, demands);
            Verdict<Law> law =
                    peers.expected(peer, demands).map(expected -> expected.law(peers.measure(), peer.exposure()));
            return new Candidate(whole, peer, law, law.map(chance -> Math.min(1, chance.atLeast(peer.count()))));
        }

        /**
         * Judged by a dispersion to which it did not contribute, where it might be more than chance: in a small group
         * one unit that stands out widens the measure that it is held to, until it fits.
         */
        Candidate byOthers(Peers all, Demands demands) {
            boolean doubtful = atLeast().given().orElse(1.0) <= DOUBTFUL;
            return doubtful ? of(all.without(Set.of(whole.name())), whole, demands) : this;
        }

        Point point(Measure measure, double q, double rate) {
            Verdict<Comparison> comparison = law.map(chance -> new Comparison(
                    chance.mean(),
                    atLeast().given().orElseThrow(),
                    q,
                    q <= rate && peer.count() > chance.mean(),
                    measure.relative(chance, peer.count())));
            return new Point(peer, whole.without(peer), comparison);
        }
    }

    /** All units, in the order in which they came. */
    public List<Point> points() {
        return points;
    }

    /** The units with more than expected by chance, the most certain first. */
    public List<Point> more() {
        return points.stream()
                .filter(point ->
                        point.comparison().given().map(Comparison::more).orElse(false))
                .sorted(Comparator.comparing(point ->
                        point.comparison().given().map(Comparison::atLeast).orElse(1.0)))
                .toList();
    }

    /** How many units there was a verdict on: those among which the discoveries were made. */
    public int compared() {
        return (int) points.stream()
                .filter(point -> point.comparison().given().isPresent())
                .count();
    }

    /** The dispersion between like units: the squared coefficient of variation, or for shares the correlation. */
    public double dispersion() {
        return peers.dispersion();
    }

    /** The tolerated share of chance among what is found. */
    public double rate() {
        return rate;
    }

    /**
     * The limits for a unit that is not there, to draw the funnel with.
     *
     * @param expected its expected count, above zero
     * @param exposure its exposure; for shares its cases, more than the expected count
     */
    public Limits limits(double expected, double exposure) {
        return Limits.of(peers.measure().law(expected, exposure, peers.dispersion()));
    }
}
