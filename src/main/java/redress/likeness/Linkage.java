package redress.likeness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Agglomerative clustering by average linkage (Sokal and Michener 1958): again and again the two groups are joined
 * whose members resemble one another most on average, over all pairs, until the best average is below the threshold. A
 * chain in which only neighbours resemble one another therefore breaks. Of equal averages the one with the lesser
 * numbers is first.
 */
final class Linkage {

    /** The score of two of the things that are clustered. */
    interface Scoring {
        double of(int one, int other);
    }

    private record Merge(double average, int one, int other) {}

    private final Scoring scoring;
    private final double least;
    private final Map<Integer, List<Integer>> groups = new TreeMap<>();
    private final Map<Integer, Map<Integer, Double>> sums = new HashMap<>();
    private final PriorityQueue<Merge> merges =
            new PriorityQueue<>(Comparator.comparingDouble((Merge m) -> -m.average())
                    .thenComparingInt(Merge::one)
                    .thenComparingInt(Merge::other));

    Linkage(Scoring scoring, double least) {
        this.scoring = scoring;
        this.least = least;
    }

    /** Tells of two that resemble one another; pairs that nobody tells of are scored when it comes to them. */
    void edge(int one, int other, double score) {
        groups.computeIfAbsent(one, n -> new ArrayList<>(List.of(n)));
        groups.computeIfAbsent(other, n -> new ArrayList<>(List.of(n)));
        join(one, other, score);
    }

    private void join(int one, int other, double sum) {
        sums.computeIfAbsent(one, n -> new HashMap<>()).put(other, sum);
        sums.computeIfAbsent(other, n -> new HashMap<>()).put(one, sum);
        double average = sum / size(one) / size(other);
        if (average >= least) {
            merges.add(new Merge(average, Math.min(one, other), Math.max(one, other)));
        }
    }

    private int size(int group) {
        return members(group).size();
    }

    private List<Integer> members(int group) {
        return groups.getOrDefault(group, List.of());
    }

    /**
     * The groups of two and more, each ascending.
     *
     * @param next a number above all that were told of, for the groups that arise
     */
    List<List<Integer>> run(int next) {
        int made = next;
        for (Merge merge = merges.poll(); merge != null; merge = merges.poll()) {
            if (groups.containsKey(merge.one()) && groups.containsKey(merge.other())) {
                merge(merge.one(), merge.other(), made++);
            }
        }
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> group.stream().sorted().toList())
                .sorted(Comparator.comparing(List::getFirst))
                .toList();
    }

    private void merge(int one, int other, int made) {
        Map<Integer, Double> ofOne = sums.getOrDefault(one, Map.of());
        Map<Integer, Double> ofOther = sums.getOrDefault(other, Map.of());
        Set<Integer> neighbours = new HashSet<>(ofOne.keySet());
        neighbours.addAll(ofOther.keySet());
        neighbours.removeAll(Set.of(one, other));
        Map<Integer, Double> joined = new TreeMap<>();
        for (int neighbour : neighbours) {
            joined.put(
                    neighbour,
                    sum(ofOne.get(neighbour), one, neighbour) + sum(ofOther.get(neighbour), other, neighbour));
        }
        List<Integer> members = new ArrayList<>(members(one));
        members.addAll(members(other));
        forget(one);
        forget(other);
        groups.put(made, members);
        joined.forEach((neighbour, sum) -> join(made, neighbour, sum));
    }

    private double sum(@Nullable Double known, int one, int other) {
        if (known != null) {
            return known;
        }
        double sum = 0;
        for (int a : members(one)) {
            for (int b : members(other)) {
                sum += scoring.of(a, b);
            }
        }
        return sum;
    }

    private void forget(int group) {
        groups.remove(group);
        Map<Integer, Double> neighbours = sums.remove(group);
        if (neighbours != null) {
            neighbours
                    .keySet()
                    .forEach(n -> sums.getOrDefault(n, new HashMap<>()).remove(group));
        }
    }
}
