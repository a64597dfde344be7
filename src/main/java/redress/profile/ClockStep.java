package redress.profile;

import java.time.LocalDate;
import redress.time.WorkingCalendar;

/**
 * A deadline that the law or the commission sets.
 *
 * @param code its name in the software, such as {@code screening}
 * @param starts the fact from which it runs
 * @param amount how many units it runs
 * @param unit what is counted
 * @param owes who must have acted by then: COMMISSION or INSTITUTION
 * @param label the step in plain words
 */
public record ClockStep(String code, Start starts, int amount, Unit unit, String owes, Labels label) {

    /** The facts from which a deadline can run. */
    public enum Start {
        /** The complaint was received. */
        RECEIVED,
        /** The screening decision was made. */
        SCREENED,
        /** Somebody was named to investigate. */
        ASSIGNED,
        /** The last notice of progress was given. */
        LAST_NOTICE,
        /** The incident happened or became known to the institution. */
        INCIDENT,
        /** A decision was told to the complainant. */
        DECIDED,
        /** A recommendation was made to the institution. */
        RECOMMENDED
    }

    /** What a deadline counts. */
    public enum Unit {
        /** Hours by the clock; as a date, every begun day counts. */
        HOURS,
        /** Days by the calendar. */
        DAYS,
        /** Days on which the commission works. */
        WORKING_DAYS,
        /** Months by the calendar. */
        MONTHS
    }

    /** The last day on which the step is in time, counted from the day of its start (which is day zero). */
    public LocalDate due(LocalDate start, WorkingCalendar calendar) {
        return switch (unit) {
            case HOURS -> start.plusDays((amount + 23) / 24);
            case DAYS -> start.plusDays(amount);
            case WORKING_DAYS -> calendar.plusWorkingDays(start, amount);
            case MONTHS -> start.plusMonths(amount);
        };
    }
}
