package redress.launch.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invented officer.
 *
 * @param senior whether the grade allows a command
 * @param home the area where the officer likes to serve
 */
record Officer(
        String key,
        String institution,
        String given,
        String family,
        String sex,
        int birthYear,
        String badge,
        String grade,
        boolean senior,
        String home,
        LocalDate appointed,
        @Nullable LocalDate left) {

    boolean inService(LocalDate from, LocalDate to) {
        return !from.isBefore(appointed) && (left == null || !to.isAfter(left));
    }
}
