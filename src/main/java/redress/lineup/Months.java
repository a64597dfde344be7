package redress.lineup;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.web.Form;

/**
 * The months of the incidents that somebody looks at.
 *
 * @param from the first, or null for the usual number of months
 * @param to the last, included, or null for the last one with complaints, the present one where that lies before
 */
record Months(@Nullable YearMonth from, @Nullable YearMonth to) {

    /** As many are looked at where nobody said which. */
    private static final int USUAL = 36;

    private static final int MOST = 600;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    /** Two months, both included. */
    record Span(YearMonth from, YearMonth to) {

        LocalDate first() {
            return from.atDay(1);
        }

        LocalDate last() {
            return to.atEndOfMonth();
        }
    }

    /** Reads what was asked; every fault is told beside its field. */
    static Months of(Form form) {
        List<FieldError> faults = new ArrayList<>();
        YearMonth from = month(form, "from", faults);
        YearMonth to = month(form, "to", faults);
        if (from != null && to != null && !fits(from, to)) {
            faults.add(new FieldError("to", "lineup.fault.window"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return new Months(from, to);
    }

    /**
     * The months with what nobody said filled in. Where the last month with complaints lies before the first one that
     * was asked for, they go on to the present one: that there is nothing in them is an answer, and other months would
     * be none.
     *
     * @param last the last month with complaints
     * @param present the month that it is
     * @throws Problem invalid where these are too many, as in {@link #of}
     */
    Span upTo(YearMonth last, YearMonth present) {
        if (from == null) {
            YearMonth end = to == null ? last : to;
            return new Span(end.minusMonths(USUAL - 1), end);
        }
        YearMonth end = to == null ? after(from, last, present) : to;
        if (!fits(from, end)) {
            throw Problem.invalid(List.of(new FieldError("from", "lineup.fault.window")));
        }
        return new Span(from, end);
    }

    private static YearMonth after(YearMonth first, YearMonth last, YearMonth present) {
        if (!first.isAfter(last)) {
            return last;
        }
        return first.isAfter(present) ? first : present;
    }

    private static boolean fits(YearMonth from, YearMonth to) {
        return !to.isBefore(from) && !from.plusMonths(MOST).isBefore(to);
    }

    private static @Nullable YearMonth month(Form form, String field, List<FieldError> faults) {
        if (!form.answered(field)) {
            return null;
        }
        try {
            YearMonth month = YearMonth.parse(form.value(field).strip());
            if (month.getYear() >= FIRST_YEAR && month.getYear() < LAST_YEAR) {
                return month;
            }
        } catch (DateTimeParseException unreadable) {
            // Told below: what is no month and a month of no year are refused alike.
        }
        faults.add(new FieldError(field, "lineup.fault.month"));
        return null;
    }
}
