package redress.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts complaints by the areas in which they happened: the widest there are or, where all lie in one of these, its
 * parts, and so on, as long as half of them are known so closely. The middle of an area of which nobody wrote one down
 * is the mean of the places in it that have one.
 */
final class AreaCount {

    /** So many areas are listed; where there are more, only those with most complaints. */
    static final int MOST = 60;

    private final Tree places;
    private final Map<String, Spot> middles;

    /**
     * Areas to count by.
     *
     * @param places all places
     * @param spots where some of them lie
     */
    AreaCount(Tree places, Map<String, Spot> spots) {
        this.places = places;
        this.middles = middles(places, spots);
    }

    private static Map<String, Spot> middles(Tree places, Map<String, Spot> spots) {
        Map<String, List<Spot>> inside = new HashMap<>();
        spots.forEach((code, spot) -> places.upwards(code)
                .forEach(area -> inside.computeIfAbsent(area.key(), key -> new ArrayList<>())
                        .add(spot)));
        Map<String, Spot> middles = new HashMap<>();
        inside.forEach((code, all) -> middles.put(
                code,
                new Spot(
                        all.stream().mapToDouble(Spot::latitude).average().orElseThrow(),
                        all.stream().mapToDouble(Spot::longitude).average().orElseThrow())));
        middles.putAll(spots);
        return middles;
    }

    /**
     * The complaints of a scope by area.
     *
     * @param complaints the complaints
     * @param place the key of the place whose parts are of interest, or null
     */
    Areas count(List<Filed> complaints, @Nullable String place) {
        String within = place;
        Map<String, Long> counts = counts(complaints, within);
        while (counts.size() == 1) {
            String only = counts.keySet().iterator().next();
            Map<String, Long> closer = counts(complaints, only);
            if (sum(closer) == 0 || 2 * sum(closer) < sum(counts)) {
                break;
            }
            within = only;
            counts = closer;
        }
        return areas(complaints.size(), within, counts);
    }

    /** How many lie in each part of an area, or in each of the widest areas. */
    private Map<String, Long> counts(List<Filed> complaints, @Nullable String within) {
        Map<String, Long> counts = new HashMap<>();
        for (Filed complaint : complaints) {
            places.upwards(complaint.place()).stream()
                    .filter(area -> Objects.equals(area.parent(), within))
                    .forEach(area -> counts.merge(area.key(), 1L, Long::sum));
        }
        return counts;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private Areas areas(long all, @Nullable String within, Map<String, Long> counts) {
        List<Node> parts = places.parts(within);
        List<Areas.Area> areas = parts.stream()
                .filter(part -> parts.size() <= MOST || counts.containsKey(part.key()))
                .map(part -> area(part, counts.getOrDefault(part.key(), 0L)))
                .sorted(Comparator.comparingLong(Areas.Area::count).reversed().thenComparing(Areas.Area::name))
                .limit(MOST)
                .toList();
        long counted = sum(counts);
        long listed = areas.stream().mapToLong(Areas.Area::count).sum();
        String name =
                places.upwards(within).stream().findFirst().map(Node::name).orElse("");
        return new Areas("complaints", name, all - counted, counted - listed, counted == 0 ? List.of() : areas);
    }

    private Areas.Area area(Node part, long count) {
        Spot middle = middles.get(part.key());
        return new Areas.Area(
                part.key(),
                part.name(),
                count,
                middle == null ? null : middle.latitude(),
                middle == null ? null : middle.longitude());
    }
}
