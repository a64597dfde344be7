package redress.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * The days on which the office works: every day that is neither of the weekend nor a holiday. At least one day of the
 * week is a working day.
 *
 * @param weekend the days of the week on which nobody works
 * @param holidays single days on which nobody works
 */
public record WorkingCalendar(Set<DayOfWeek> weekend, Set<LocalDate> holidays) {

    /** Copies both sets; refuses a week without a working day. */
    public WorkingCalendar {
        if (weekend.containsAll(EnumSet.allOf(DayOfWeek.class))) {
            throw new IllegalArgumentException("a week needs a working day");
        }
        weekend = Set.copyOf(weekend);
        holidays = Set.copyOf(holidays);
    }

    /** Whether the office works on that day. */
    public boolean isWorkingDay(LocalDate day) {
        return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /** The n-th working day after {@code start}, or before it where n is negative; {@code start} itself for 0. */
    public LocalDate plusWorkingDays(LocalDate start, int n) {
        int step = n < 0 ? -1 : 1;
        LocalDate day = start;
        for (int left = Math.abs(n); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** How many working days lie after {@code from} up to and with {@code to}; negative where {@code to} is earlier. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }
}
