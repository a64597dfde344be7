package redress.profile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Spans of days in code lists: both ends included, null is open. */
final class Dates {

    private Dates() {}

    static boolean within(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
