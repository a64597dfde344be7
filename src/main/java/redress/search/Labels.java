package redress.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How a value of a dimension is told to people. */
final class Labels {

    private static final Set<String> WEEKDAYS =
            IntStream.rangeClosed(1, 7).mapToObj(Integer::toString).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> HOURS =
            IntStream.range(0, 24).mapToObj(Terms::hour).collect(Collectors.toUnmodifiableSet());

    private Labels() {}

    /** A name, or the key of a text where the value is one of our own words; as it was typed where there is neither. */
    static String of(Dimension dimension, String value, Gazetteer gazetteer) {
        if (!known(dimension, value)) {
            return value;
        }
        return switch (dimension) {
            case HOUR -> value + ":00";
            case WEEKDAY, INJURY, HARMED -> "search." + dimension.word() + "." + value;
            case STAGE, FINDING, CHANNEL -> "desk." + dimension.word() + "." + value;
            case REGISTER -> value.equals(Dimension.OWN) ? "search.register.portal" : value;
            default -> gazetteer.label(dimension, value);
        };
    }

    /**
     * Whether there can be such a value, as far as a closed list or a fixed form says so: the key of what has gone from
     * a register may still be had by complaints.
     */
    static boolean known(Dimension dimension, String value) {
        return switch (dimension) {
            case STAGE, FINDING, CHANNEL, INJURY, HARMED ->
                Terms.WORDS.getOrDefault(dimension, List.of()).contains(value);
            case WEEKDAY -> WEEKDAYS.contains(value);
            case HOUR -> HOURS.contains(value);
            case YEAR, INCIDENT_YEAR -> Periods.years(value).equals(List.of(value));
            case MONTH, INCIDENT_MONTH -> Periods.months(value).equals(List.of(value));
            default -> true;
        };
    }
}
