package redress.pattern;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * Where somebody served.
 *
 * @param officer the id of the officer
 * @param unit the key of the unit
 * @param from the first day
 * @param to the last day, included
 */
record Posting(long officer, String unit, LocalDate from, LocalDate to) {

    /**
     * The one that began last, of those the one that lasted longest, of those the first by the unit: the order in which
     * the unit of an accused is chosen where somebody served in several at once.
     */
    static final Comparator<Posting> LATEST = Comparator.comparing(Posting::from)
            .thenComparing(Posting::to)
            .reversed()
            .thenComparing(Posting::unit);
}
