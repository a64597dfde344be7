package redress.search;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a point and a distance: {@code latitude,longitude,km} or {@code name of a place,km}. */
final class Spots {

    private static final Pattern POINT = Pattern.compile(
            "\\s*(-?\\d{1,2}(?:\\.\\d{1,12})?)\\s*,\\s*(-?\\d{1,3}(?:\\.\\d{1,12})?)\\s*,\\s*(\\d{1,3}(?:\\.\\d{1,6})?)\\s*(?:km)?\\s*");
    private static final Pattern NAMED =
            Pattern.compile("\\s*([^,]{1,200}?)\\s*,\\s*(\\d{1,3}(?:\\.\\d{1,6})?)\\s*(?:km)?\\s*");

    private Spots() {}

    /**
     * What was read.
     *
     * @param within the condition
     * @param place the code of the place that was named, or null where a point was
     */
    record Read(Clause.Within within, @Nullable String place) {

        /** In words: the place, or the point, and the distance. */
        String meaning(Gazetteer gazetteer) {
            return place == null
                    ? String.format(
                            Locale.ROOT, "%.4f, %.4f, %s km", within.latitude(), within.longitude(), within.km())
                    : gazetteer.placeAmongOthers(place) + ", " + within.km() + " km";
        }
    }

    /** Empty where it is neither, where the place has no point, or where the distance is out of bounds. */
    static Optional<Read> read(String text, Gazetteer gazetteer) {
        Matcher point = POINT.matcher(text);
        if (point.matches()) {
            return within(Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2)), point.group(3))
                    .map(within -> new Read(within, null));
        }
        Matcher named = NAMED.matcher(text);
        return named.matches()
                ? gazetteer
                        .placeNamed(named.group(1))
                        .flatMap(place -> gazetteer
                                .pointOf(place)
                                .flatMap(spot -> within(spot.latitude(), spot.longitude(), named.group(2)))
                                .map(within -> new Read(within, place)))
                : Optional.empty();
    }

    private static Optional<Clause.Within> within(double latitude, double longitude, String distance) {
        double km = Double.parseDouble(distance);
        boolean real = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        return real && km > 0 && km <= Clause.Within.FARTHEST
                ? Optional.of(new Clause.Within(latitude, longitude, km))
                : Optional.empty();
    }
}
