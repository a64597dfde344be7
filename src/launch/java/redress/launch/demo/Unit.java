package redress.launch.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the demo's forces.
 *
 * @param region the widest area it lies in; officers like to stay in theirs
 * @param place where it is
 * @param size how many people it draws, against others of its institution
 * @param burden how many complaints it draws, against others
 */
record Unit(
        String institution,
        String code,
        @Nullable String parent,
        String name,
        String kind,
        LocalDate opened,
        @Nullable LocalDate closed,
        String region,
        String place,
        double size,
        double burden) {

    boolean openOn(LocalDate day) {
        return !day.isBefore(opened) && (closed == null || !day.isAfter(closed));
    }

    /** The last day on which somebody can serve there, up to a given one. */
    LocalDate lastDay(LocalDate upTo) {
        return closed != null && closed.isBefore(upTo) ? closed : upTo;
    }
}
