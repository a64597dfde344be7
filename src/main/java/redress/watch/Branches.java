package redress.watch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Units with everything below them, each named by the unit at its head, that can be set beside one of them: such as
 * share a unit with that one are left out, since they would be compared with a part of themselves.
 */
final class Branches {

    private final Map<Long, Set<Long>> heads = new HashMap<>();
    private final Set<Long> all = new TreeSet<>();

    /**
     * The branches that can stand beside one.
     *
     * @param own the head of that one
     * @param parts every unit of every branch
     */
    Branches(long own, List<Part> parts) {
        Set<Long> ours = new HashSet<>();
        parts.stream().filter(part -> part.head() == own).forEach(part -> ours.add(part.unit()));
        Set<Long> sharing = new HashSet<>();
        parts.stream().filter(part -> ours.contains(part.unit())).forEach(part -> sharing.add(part.head()));
        for (Part part : parts) {
            if (part.head() == own || !sharing.contains(part.head())) {
                heads.computeIfAbsent(part.unit(), unit -> new TreeSet<>()).add(part.head());
                all.add(part.head());
            }
        }
    }

    /** A unit that is the head of a branch or stands below it. */
    record Part(long head, long unit) {}

    /** The heads of the branches to which a unit belongs. */
    Set<Long> of(long unit) {
        return heads.getOrDefault(unit, Set.of());
    }

    /** The heads of all. */
    Set<Long> all() {
        return all;
    }
}
