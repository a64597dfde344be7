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
 * @param to the last, included, or null for the last one with complaints
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
        if (from != null
                && to != null
                && (to.isBefore(from) || from.plusMonths(MOST).isBefore(to))) {
            faults.add(new FieldError("to", "lineup.fault.window"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return new Months(from, to);
    }

    /** The months with what nobody said filled in. */
    Span upTo(YearMonth last) {
        YearMonth end = to == null ? last : to;
        YearMonth begin = from == null ? end.minusMonths(USUAL - 1) : from;
        return new Span(begin.isAfter(end) ? end : begin, end);
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
