package redress.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;

/**
 * The days of a time, each of which is taken once, however many postings or commands cover it: who serves in two units
 * at once is still one person. Not for several threads.
 */
public final class DaysOnce {

    private final LocalDate first;
    private final int length;
    private final BitSet taken = new BitSet();

    /** The days from one to another, both included; none where the last one is before the first. */
    public DaysOnce(LocalDate first, LocalDate last) {
        this.first = first;
        length = (int) Math.max(0, ChronoUnit.DAYS.between(first, last) + 1);
    }

    /** Takes those of its days that lie in a time, both ends included; says how many of them were not taken before. */
    public long take(LocalDate from, LocalDate to) {
        int begin = place(from);
        int end = place(to.equals(LocalDate.MAX) ? to : to.plusDays(1));
        if (begin >= end) {
            return 0;
        }
        int before = taken.cardinality();
        taken.set(begin, end);
        return taken.cardinality() - before;
    }

    private int place(LocalDate day) {
        return (int) Math.max(0, Math.min(length, ChronoUnit.DAYS.between(first, day)));
    }
}
