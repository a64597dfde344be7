package redress.launch.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where an officer serves, first to last day; null is still. An officer serves in one unit at a time. */
record Posting(
        Officer officer,
        Unit unit,
        LocalDate from,
        @Nullable LocalDate to,
        boolean commands) {

    boolean on(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
