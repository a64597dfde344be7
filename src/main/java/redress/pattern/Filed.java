package redress.pattern;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import redress.time.Span;

/**
 * A complaint of the window, as far as it is counted.
 *
 * @param id its id
 * @param number its number
 * @param day of the incident
 * @param precision how sure that day is: DAY, MONTH, YEAR, ABOUT or UNKNOWN
 * @param hour of the day, -1 where it is not known
 * @param place the code of the place, or null
 * @param unit the key of the incident's unit or, where only that is known, of its institution; or null
 * @param way how it came in and what became of it
 */
record Filed(
        long id,
        String number,
        LocalDate day,
        String precision,
        int hour,
        @Nullable String place,
        @Nullable String unit,
        Way way) {

    /** Whether that day is known, and not only the month or year. */
    boolean exact() {
        return precision.equals("DAY");
    }

    /** Whether at least the month is known, or a day near. */
    boolean inMonth() {
        return !precision.equals("YEAR") && !precision.equals("UNKNOWN");
    }

    /**
     * The days on one of which it happened, where they say who commanded then: of a year that is not asked, however
     * long somebody commanded.
     */
    @Nullable
    Span span() {
        return inMonth() ? Span.of(day, precision) : null;
    }

    /** How a complaint came in, how grave it is and what became of it. */
    record Way(
            String channel,
            String stage,
            @Nullable String injury,
            int severity,
            LocalDate received,
            @Nullable LocalDate closed) {}
}
