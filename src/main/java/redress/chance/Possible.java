package redress.chance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All pairs of people who could have stood together more than once: how many they are, and how many of them chance
 * alone is expected to bring to a probability. Most of them can reach only coarse probabilities; counting what each
 * could reach gives the others the room that it leaves unused ({@link Discoveries#ofCounts}). Where there are too many
 * to go through, all count in full.
 */
final class Possible {

    private static final int FEW = 1_000;

    private final Map<Long, List<Draw>> draws = new HashMap<>();
    private final Steps steps;
    private final long compared;
    private final boolean counted;

    Possible(Collection<Draw> all) {
        Map<Long, Integer> counts = new HashMap<>();
        for (Draw draw : all) {
            draw.people().forEach((person, count) -> {
                counts.merge(person, count, Integer::sum);
                draws.computeIfAbsent(person, id -> new ArrayList<>(1)).add(draw);
            });
        }
        Set<Long> often = new TreeSet<>();
        counts.forEach((person, count) -> {
            if (count > 1) {
                often.add(person);
            }
        });
        this.counted = often.size() <= FEW;
        Map<Meetings, Long> laws = counted ? laws(List.copyOf(often)) : Map.of();
        this.steps = Steps.ofMeetings(laws, 2);
        this.compared = counted
                ? laws.values().stream().mapToLong(Long::longValue).sum()
                : all.stream().mapToLong(draw -> pairs(draw, often)).sum();
    }

    private static long pairs(Draw draw, Set<Long> often) {
        Set<Long> people = new HashSet<>(draw.people().keySet());
        people.retainAll(often);
        return people.size() * (people.size() - 1L) / 2;
    }

    /** How many pairs meet by which law. */
    private Map<Meetings, Long> laws(List<Long> people) {
        Map<Meetings, Long> laws = new HashMap<>();
        for (int i = 0; i < people.size(); i++) {
            for (int k = i + 1; k < people.size(); k++) {
                Meetings law = meetings(people.get(i), people.get(k));
                if (law.mean() > 0) {
                    laws.merge(law.careful(), 1L, Long::sum);
                }
            }
        }
        return laws;
    }

    /** How these two meet by chance. */
    Meetings meetings(long one, long other) {
        List<Draw> others = draws.getOrDefault(other, List.of());
        Meetings law = new Meetings(0, 0);
        for (Draw draw : draws.getOrDefault(one, List.of())) {
            if (others.contains(draw)) {
                law = law.and(draw.together(one, other));
            }
        }
        return law;
    }

    /** How many pairs there are. */
    long compared() {
        return compared;
    }

    /** How many of them are expected at this probability or below it. */
    double byChance(double p) {
        return counted ? steps.expected(p) : compared * p;
    }
}
