package redress.time;

import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days on one of which something happened, as far as anybody knows: one day, those of a month or of a year, or
 * those near a day. Whether somebody served or commanded then is known only of whoever did so, or did not, on all of
 * them.
 *
 * @param first the first of these days
 * @param last the last one, included
 */
public record Span(LocalDate first, LocalDate last) {

    /** So many days before and after a day are near it. */
    public static final int NEAR = 15;

    /**
     * The days that a date means.
     *
     * @param on the date as it is kept: of a month or year any of its days
     * @param precision how sure it is: DAY, MONTH, YEAR or ABOUT
     * @return null where there is no date, or nobody knows how sure it is
     */
    public static @Nullable Span of(@Nullable LocalDate on, @Nullable String precision) {
        if (on == null || precision == null) {
            return null;
        }
        return switch (precision) {
            case "DAY" -> new Span(on, on);
            case "MONTH" -> new Span(on.withDayOfMonth(1), on.withDayOfMonth(on.lengthOfMonth()));
            case "YEAR" -> new Span(on.withDayOfYear(1), on.withDayOfYear(on.lengthOfYear()));
            case "ABOUT" -> new Span(on.minusDays(NEAR), on.plusDays(NEAR));
            default -> null;
        };
    }

    /** Whether all of these days lie in a time; both its ends are included, and null leaves an end open. */
    public boolean liesIn(@Nullable LocalDate from, @Nullable LocalDate to) {
        return (from == null || !from.isAfter(first)) && (to == null || !to.isBefore(last));
    }

    /** Whether any of these days lies in a time; both its ends are included, and null leaves an end open. */
    public boolean touches(@Nullable LocalDate from, @Nullable LocalDate to) {
        return (from == null || !from.isAfter(last)) && (to == null || !to.isBefore(first));
    }

    /**
     * Whether each of these days lies in one of some times: whoever acts in a command and then gets it, in two rows of
     * a roster, held it on all of them.
     *
     * @param from the first day of a time, null where it is open
     * @param to the last one, included, null where it is open
     */
    public <T> boolean liesInSome(
            Collection<T> times, Function<T, @Nullable LocalDate> from, Function<T, @Nullable LocalDate> to) {
        LocalDate day = first;
        boolean further = true;
        while (further) {
            further = false;
            for (T time : times) {
                LocalDate end = to.apply(time);
                if (new Span(day, day).liesIn(from.apply(time), end)) {
                    if (end == null || !end.isBefore(last)) {
                        return true;
                    }
                    day = end.plusDays(1);
                    further = true;
                }
            }
        }
        return false;
    }

    /** Each of these days, the first one first. */
    public Stream<LocalDate> days() {
        return first.datesUntil(last.plusDays(1));
    }

    /** One day as it is written, or the first and the last one. */
    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + " – " + last;
    }
}
