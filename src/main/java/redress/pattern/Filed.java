package redress.pattern;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A complaint of the window, as far as it is counted.
 *
 * @param id its id
 * @param number its number
 * @param day of the incident
 * @param exact whether that day is known, and not only the month or year
 * @param hour of the day, -1 where it is not known
 * @param place the code of the place, or null
 * @param unit the key of the incident's unit or, where only that is known, of its institution; or null
 * @param way how it came in and what became of it
 */
record Filed(
        long id,
        String number,
        LocalDate day,
        boolean exact,
        int hour,
        @Nullable String place,
        @Nullable String unit,
        Way way) {

    /** How a complaint came in, how grave it is and what became of it. */
    record Way(
            String channel,
            String stage,
            @Nullable String injury,
            int severity,
            LocalDate received,
            @Nullable LocalDate closed) {}
}
