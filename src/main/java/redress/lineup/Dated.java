package redress.lineup;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redress.complaint.Incident;
import redress.time.Span;
import redress.web.View;

/**
 * The date of an incident as far as it is known, and no more of it: of a month or year the tables hold the first day,
 * which nobody told.
 *
 * @param day 2024-03-01, 2024-03 or 2024
 * @param precision how sure it is: DAY, MONTH, YEAR or ABOUT
 */
record Dated(String day, Incident.Precision precision) {

    /** Of two that begin, or end, on the same day the one that says more is told. */
    private static final Comparator<Dated> VAGUE = Comparator.comparingLong(
            dated -> dated.days().last().toEpochDay() - dated.days().first().toEpochDay());

    private static final Comparator<Dated> BEGIN = Comparator.<Dated, LocalDate>comparing(
                    dated -> dated.days().first())
            .thenComparing(VAGUE);
    private static final Comparator<Dated> END =
            Comparator.<Dated, LocalDate>comparing(dated -> dated.days().last()).thenComparing(VAGUE.reversed());

    /** What is known of a date as the tables hold it; empty where that is nothing. */
    static Optional<Dated> of(@Nullable LocalDate on, Incident.Precision precision) {
        if (on == null) {
            return Optional.empty();
        }
        return switch (precision) {
            case DAY, ABOUT -> Optional.of(new Dated(on.toString(), precision));
            case MONTH -> Optional.of(new Dated(YearMonth.from(on).toString(), precision));
            case YEAR -> Optional.of(new Dated(Integer.toString(on.getYear()), precision));
            case UNKNOWN -> Optional.empty();
        };
    }

    /** The same, from an answer that holds its two parts. */
    static Optional<Dated> read(@Nullable String day, @Nullable String precision) {
        return day == null || precision == null
                ? Optional.empty()
                : Optional.of(new Dated(day, Incident.Precision.valueOf(precision)));
    }

    /** The one that may lie farthest back. */
    static Optional<Dated> first(Collection<Dated> some) {
        return some.stream().min(BEGIN);
    }

    /** The one that may lie nearest to today. */
    static Optional<Dated> last(Collection<Dated> some) {
        return some.stream().max(END);
    }

    /** The days on one of which it was. */
    Span days() {
        LocalDate on = switch (precision) {
            case MONTH -> YearMonth.parse(day).atDay(1);
            case YEAR -> Year.of(Integer.parseInt(day)).atDay(1);
            default -> LocalDate.parse(day);
        };
        return Objects.requireNonNull(Span.of(on, precision.name()), "what is known has days");
    }

    /** The day, month or year as the reader's language writes it. */
    String written(View v) {
        return precision == Incident.Precision.MONTH ? v.month(YearMonth.parse(day)) : day;
    }

    /** The same, with how sure it is. */
    String told(View v) {
        return v.t("lineup.day." + precision, written(v));
    }
}
