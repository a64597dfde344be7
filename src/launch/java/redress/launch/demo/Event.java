package redress.launch.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * What happened, before anybody wrote it down.
 *
 * @param hour 0 to 23
 * @param unit whose people did it
 * @param categories what is alleged, the main one first
 * @param pattern the planted pattern it belongs to
 * @param received when the complaint arrived
 */
record Event(LocalDate day, int hour, Unit unit, List<String> categories, Pattern pattern, LocalDate received) {

    /** The patterns that are planted among the others. */
    enum Pattern {
        NONE,
        BRIDGE,
        PATROL,
        COMMANDER
    }

    String main() {
        return categories.getFirst();
    }

    boolean night() {
        return hour >= 20 || hour < 5;
    }
}
