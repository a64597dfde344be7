package redress.chance;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who would stand in which incident if lots were drawn, while everybody stands in as many incidents and every incident
 * has as many people as was seen, on average: the draw that assumes nothing else (Saracco, Straka, Di Clemente,
 * Gabrielli, Caldarelli and Squartini, "Inferring monopartite projections of bipartite networks", New Journal of
 * Physics 19, 2017). Somebody with the weight x stands in an incident with the weight y with the probability xy / (1 +
 * xy).
 */
final class Draw {

    private static final int ROUNDS = 2_000;
    private static final double CLOSE = 1e-7;

    /** A number of incidents or people with the same count, and the weight that they share. */
    private static final class Alike {
        private final int count;
        private int many;
        private double weight;
        private double pairing;

        private Alike(int count) {
            this.count = count;
        }
    }

    private final Map<Long, Alike> people = new HashMap<>();
    private final Map<Integer, Alike> byCount = new TreeMap<>();
    private final Map<Integer, Alike> bySize = new TreeMap<>();

    Draw(Collection<Set<Long>> incidents) {
        Map<Long, Integer> counts = new HashMap<>();
        for (Set<Long> incident : incidents) {
            bySize.computeIfAbsent(incident.size(), Alike::new).many++;
            incident.forEach(person -> counts.merge(person, 1, Integer::sum));
        }
        counts.forEach((person, count) -> {
            Alike alike = byCount.computeIfAbsent(count, Alike::new);
            alike.many++;
            people.put(person, alike);
        });
        double all =
                Math.sqrt(counts.values().stream().mapToInt(Integer::intValue).sum());
        byCount.values().forEach(each -> each.weight = each.count / all);
        bySize.values().forEach(each -> each.weight = each.count / all);
        solve();
        bySize.values().forEach(each -> each.pairing = pairing(each));
    }

    /** Sets one side by the other in turn until neither moves; whoever stands everywhere gets a weight without end. */
    private void solve() {
        double moved = 1;
        for (int round = 0; round < ROUNDS && moved > CLOSE; round++) {
            moved = Math.max(fit(byCount.values(), bySize.values()), fit(bySize.values(), byCount.values()));
        }
    }

    private static double fit(Collection<Alike> these, Collection<Alike> those) {
        double moved = 0;
        for (Alike each : these) {
            double sum = 0;
            for (Alike other : those) {
                sum += other.many * other.weight / (1 + each.weight * other.weight);
            }
            double weight = each.count / sum;
            moved = Math.max(moved, Math.abs(weight - each.weight) / weight);
            each.weight = weight;
        }
        return moved;
    }

    /**
     * In how many incidents both of them would stand; none where one of them stands in no incident. An incident of one
     * person holds no pair: the product of two probabilities is scaled so that all pairs of an incident together are as
     * many as its size allows.
     */
    Meetings together(long one, long other) {
        Alike first = people.get(one);
        Alike second = people.get(other);
        if (first == null || second == null) {
            return new Meetings(0, 0);
        }
        double sum = 0;
        for (Alike incident : bySize.values()) {
            double both = stands(first, incident) * stands(second, incident) * incident.pairing;
            sum += incident.many * Math.min(both, Math.min(stands(first, incident), stands(second, incident)));
        }
        return new Meetings(Math.min(first.count, second.count), sum);
    }

    private static double stands(Alike person, Alike incident) {
        double weight = person.weight * incident.weight;
        return weight / (1 + weight);
    }

    /** The number of ordered pairs of an incident by what the products of its probabilities add up to. */
    private double pairing(Alike incident) {
        double sum = 0;
        double squares = 0;
        for (Alike person : byCount.values()) {
            double stands = stands(person, incident);
            sum += person.many * stands;
            squares += person.many * stands * stands;
        }
        double products = sum * sum - squares;
        return products > 0 ? incident.count * (incident.count - 1.0) / products : 0;
    }

    /** Everybody who stands in an incident, and in how many. */
    Map<Long, Integer> people() {
        Map<Long, Integer> counts = new HashMap<>();
        people.forEach((person, alike) -> counts.put(person, alike.count));
        return counts;
    }
}
