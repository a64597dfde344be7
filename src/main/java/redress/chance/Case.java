package redress.chance;

import java.util.OptionalInt;

/**
 * A case on its way through an office.
 *
 * @param stratum the kind of case within which like delays are to be expected
 * @param age days since it came in
 * @param closedAfter days from coming in to the closing, if it was closed
 */
public record Case(String stratum, int age, OptionalInt closedAfter) {

    /** Refuses times that cannot be. */
    public Case {
        if (age < 0 || closedAfter.isPresent() && (closedAfter.getAsInt() < 0 || closedAfter.getAsInt() > age)) {
            throw new IllegalArgumentException("a case cannot be closed before it came in or after today");
        }
    }

    /** Whether it is old enough to say what became of it within the horizon. */
    boolean known(int horizon) {
        return age >= horizon;
    }

    /** Whether it was closed within the horizon. */
    boolean closed(int horizon) {
        return closedAfter.isPresent() && closedAfter.getAsInt() <= horizon;
    }

    /** How long it took; whatever was open at the horizon shares the last place. */
    int delay(int horizon) {
        return closed(horizon) ? closedAfter.getAsInt() : horizon + 1;
    }
}
