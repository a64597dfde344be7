package redress.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.SloppyMath;
import org.jspecify.annotations.Nullable;

/**
 * Where a place lies as far as the list of places tells. An area without a point, in an area without one, lies in the
 * middle of the points inside it, as long as these are near to each other: the middle of a wide area is near to nothing
 * that happened there.
 */
final class Middles {

    /** In metres: a point inside an area that is farther from its middle makes the area too wide to have one. */
    private static final double FARTHEST = 25_000;

    private final Gazetteer gazetteer;
    private final Map<String, Optional<Gazetteer.Spot>> known = new HashMap<>();
    private @Nullable Map<String, List<Gazetteer.Spot>> inside;

    Middles(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * The point of a place or the nearest wider area that has one, else the middle of the nearest that has a middle.
     */
    Optional<Gazetteer.Spot> pointOf(String code) {
        return gazetteer
                .pointOf(code)
                .or(() -> gazetteer.placesUpwards(code).stream()
                        .map(area -> known.computeIfAbsent(area.key(), this::middle))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private Optional<Gazetteer.Spot> middle(String area) {
        List<Gazetteer.Spot> inside = points().getOrDefault(area, List.of());
        if (inside.isEmpty()) {
            return Optional.empty();
        }
        Gazetteer.Spot middle = new Gazetteer.Spot(
                inside.stream().mapToDouble(Gazetteer.Spot::latitude).sum() / inside.size(),
                inside.stream().mapToDouble(Gazetteer.Spot::longitude).sum() / inside.size());
        return inside.stream().allMatch(point -> apart(point, middle) <= FARTHEST)
                ? Optional.of(middle)
                : Optional.empty();
    }

    /**
     * For each area the points inside it, gathered once: to look for those of each alone takes hours in a large
     * country.
     */
    private Map<String, List<Gazetteer.Spot>> points() {
        Map<String, List<Gazetteer.Spot>> gathered = inside;
        if (gathered == null) {
            gathered = new HashMap<>();
            List<Gazetteer.Place> places = gazetteer.places().values().stream()
                    .sorted(Comparator.comparing(Gazetteer.Place::key))
                    .toList();
            for (Gazetteer.Place place : places) {
                Gazetteer.Spot spot = place.spot();
                if (spot != null) {
                    for (Gazetteer.Place area : gazetteer.placesUpwards(place.key())) {
                        gathered.computeIfAbsent(area.key(), key -> new ArrayList<>())
                                .add(spot);
                    }
                }
            }
            inside = gathered;
        }
        return gathered;
    }

    private static double apart(Gazetteer.Spot one, Gazetteer.Spot other) {
        return SloppyMath.haversinMeters(one.latitude(), one.longitude(), other.latitude(), other.longitude());
    }
}
