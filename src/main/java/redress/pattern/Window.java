package redress.pattern;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The months that a dossier looks at, by the date of the incident.
 *
 * @param from the first month
 * @param to the last month, included
 */
record Window(YearMonth from, YearMonth to) {

    /** As many months are looked at where nobody said which. */
    static final int USUAL = 36;

    /** Refuses a window that ends before it begins. */
    Window {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a window that ends before it begins");
        }
    }

    /** The usual number of months up to this one. */
    static Window upTo(YearMonth last) {
        return upTo(last, USUAL);
    }

    /** So many months up to this one. */
    static Window upTo(YearMonth last, int months) {
        return new Window(last.minusMonths(months - 1), last);
    }

    LocalDate first() {
        return from.atDay(1);
    }

    LocalDate last() {
        return to.atEndOfMonth();
    }

    /** How many months it has. */
    int months() {
        return place(last()) + 1;
    }

    /** The place of a day's month in the window, from zero. */
    int place(LocalDate day) {
        return (int) ChronoUnit.MONTHS.between(from, YearMonth.from(day));
    }
}
