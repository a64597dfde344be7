package redress.chance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who stands together in incidents more often than chance has it, given how often each stands in one. Chance deals out
 * people within a stratum only: those who serve in one unit at one time meet the same incidents, and that is not what
 * is looked for. All pairs that could have stood together twice are reckoned as looked at.
 */
public final class Together {

    private final List<Pair> pairs;
    private final long compared;

    private Together(List<Pair> pairs, long compared) {
        this.pairs = List.copyOf(pairs);
        this.compared = compared;
    }

    /**
     * An incident.
     *
     * @param stratum within which anybody might have stood in it by chance: a unit and a time
     * @param people those who stood in it, each once
     */
    public record Incident(String stratum, Set<Long> people) {

        /** Keeps its own set. */
        public Incident {
            people = Set.copyOf(people);
        }
    }

    /**
     * Two people who stood together.
     *
     * @param one the one with the smaller number
     * @param other the other
     * @param shared in how many incidents both stood
     * @param expected in how many they would by chance
     * @param p the probability of so many or more by chance; one for a single incident, which is never looked at
     * @param q the smallest rate of false discoveries at which it counts as more than chance
     * @param more whether it is more than chance, with all pairs looked at
     */
    public record Pair(long one, long other, int shared, double expected, double p, double q, boolean more) {}

    private record Two(long one, long other) {}

    /**
     * The check.
     *
     * @param incidents all incidents, those with one person too: they tell how often somebody stands alone
     * @param rate the tolerated share of chance among what is found, such as 0.1
     */
    public static Together of(List<Incident> incidents, double rate) {
        Collection<Draw> draws = incidents.stream()
                .filter(incident -> !incident.people().isEmpty())
                .collect(Collectors.groupingBy(
                        Incident::stratum,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Incident::people, Collectors.toList()), Draw::new)))
                .values();
        Possible possible = new Possible(draws);
        List<Pair> pairs = new ArrayList<>();
        shared(incidents).forEach((two, shared) -> {
            Meetings law = possible.meetings(two.one(), two.other());
            double p = shared < 2 ? 1 : law.careful().atLeast(shared);
            pairs.add(new Pair(two.one(), two.other(), shared, law.mean(), p, 1, false));
        });
        pairs.sort(Comparator.comparingDouble(Pair::p)
                .thenComparing(Comparator.comparingInt(Pair::shared).reversed())
                .thenComparingLong(Pair::one)
                .thenComparingLong(Pair::other));
        return new Together(judged(pairs, possible, rate), possible.compared());
    }

    private static Map<Two, Integer> shared(List<Incident> incidents) {
        Map<Two, Integer> shared = new HashMap<>();
        for (Incident incident : incidents) {
            List<Long> people = incident.people().stream().sorted().toList();
            for (int i = 0; i < people.size(); i++) {
                for (int k = i + 1; k < people.size(); k++) {
                    shared.merge(new Two(people.get(i), people.get(k)), 1, Integer::sum);
                }
            }
        }
        return shared;
    }

    private static List<Pair> judged(List<Pair> pairs, Possible possible, double rate) {
        List<Double> p = pairs.stream().map(Pair::p).filter(each -> each < 1).toList();
        Discoveries discoveries = Discoveries.among(rate, p, possible::byChance);
        List<Pair> judged = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            double q = i < p.size() ? discoveries.q(i) : 1;
            judged.add(new Pair(
                    pair.one(),
                    pair.other(),
                    pair.shared(),
                    pair.expected(),
                    pair.p(),
                    q,
                    q <= rate && pair.shared() > pair.expected()));
        }
        return judged;
    }

    /** All pairs that stood together at all, the least likely first. */
    public List<Pair> pairs() {
        return pairs;
    }

    /** How many pairs could have stood together more than once: those among which the discoveries were made. */
    public long compared() {
        return compared;
    }
}
