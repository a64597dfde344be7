package redress.chance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import redress.chance.Together.Pair;

/**
 * Groups in which people stand together more often than chance: everybody is tied to somebody, and every tie is part of
 * a triangle of three who all do (Cohen, "Trusses: cohesive subgraphs for social network analysis", 2008). A chain of
 * pairs is no group. Where a group grows beyond what people can be to each other, its ties must be in ever more
 * triangles until it falls into smaller ones; so somebody at its edge may be left out.
 */
public final class Crews {

    /** The least number of people. */
    public static final int LEAST = 3;

    /** A larger group is taken apart as long as it can be. */
    public static final int MOST = 12;

    private Crews() {}

    /**
     * A candidate: people to look at, of whom nothing is known but that they were accused together.
     *
     * @param people who they are
     * @param ties the ties among them that are more than chance
     */
    public record Crew(Set<Long> people, List<Pair> ties) {

        /** Keeps its own lists. */
        public Crew {
            people = new TreeSet<>(people);
            ties = List.copyOf(ties);
        }

        /** How many ties there would be if all were tied to all. */
        public int possible() {
            return people.size() * (people.size() - 1) / 2;
        }

        /** The incidents that its ties share, added up. */
        public long shared() {
            return ties.stream().mapToLong(Pair::shared).sum();
        }

        /** What was expected of that sum by chance. */
        public double expected() {
            return ties.stream().mapToDouble(Pair::expected).sum();
        }
    }

    /**
     * The groups, those with the most shared beyond what was expected first.
     *
     * @param pairs pairs of people; only those that are more than chance count
     */
    public static List<Crew> in(Collection<Pair> pairs) {
        List<Crew> crews = new ArrayList<>();
        split(pairs.stream().filter(Pair::more).toList(), 1, crews);
        crews.sort((one, other) -> Double.compare(other.shared() - other.expected(), one.shared() - one.expected()));
        return crews;
    }

    /** Groups whose ties are each in so many triangles. */
    private static void split(List<Pair> ties, int triangles, List<Crew> crews) {
        for (List<Pair> group : groups(truss(ties, triangles))) {
            Set<Long> people = people(group);
            if (people.size() <= MOST || truss(group, triangles + 1).isEmpty()) {
                crews.add(new Crew(people, group));
            } else {
                split(group, triangles + 1, crews);
            }
        }
    }

    private static Set<Long> people(Collection<Pair> ties) {
        Set<Long> people = new TreeSet<>();
        ties.forEach(tie -> {
            people.add(tie.one());
            people.add(tie.other());
        });
        return people;
    }

    /** What is left when ties in too few triangles are taken out until none is. */
    private static List<Pair> truss(List<Pair> ties, int triangles) {
        List<Pair> left = ties;
        while (true) {
            Map<Long, Set<Long>> near = near(left);
            List<Pair> kept =
                    left.stream().filter(tie -> common(near, tie) >= triangles).toList();
            if (kept.size() == left.size()) {
                return kept;
            }
            left = kept;
        }
    }

    private static Map<Long, Set<Long>> near(Collection<Pair> ties) {
        Map<Long, Set<Long>> near = new TreeMap<>();
        ties.forEach(tie -> {
            near.computeIfAbsent(tie.one(), person -> new HashSet<>()).add(tie.other());
            near.computeIfAbsent(tie.other(), person -> new HashSet<>()).add(tie.one());
        });
        return near;
    }

    private static long common(Map<Long, Set<Long>> near, Pair tie) {
        Set<Long> others = near.getOrDefault(tie.other(), Set.of());
        return near.getOrDefault(tie.one(), Set.of()).stream()
                .filter(others::contains)
                .count();
    }

    /** Ties by the connected group that they belong to. */
    private static Collection<List<Pair>> groups(List<Pair> ties) {
        Map<Long, Set<Long>> near = near(ties);
        Map<Long, Long> first = new HashMap<>();
        for (Long start : near.keySet()) {
            Set<Long> reached = new LinkedHashSet<>();
            List<Long> next = first.containsKey(start) ? List.of() : List.of(start);
            while (!next.isEmpty()) {
                reached.addAll(next);
                next = next.stream()
                        .flatMap(person -> near.getOrDefault(person, Set.of()).stream())
                        .filter(person -> !reached.contains(person))
                        .distinct()
                        .toList();
            }
            reached.forEach(person -> first.put(person, start));
        }
        Map<Long, List<Pair>> groups = new TreeMap<>();
        for (Pair tie : ties) {
            groups.computeIfAbsent(first.getOrDefault(tie.one(), tie.one()), start -> new ArrayList<>())
                    .add(tie);
        }
        return groups.values();
    }
}
