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

    /** Days in a row, by their places from the first day of the whole time, which is 0. */
    public interface Row {

        /** From one place to another, the second not included. */
        void of(int begin, int end);
    }

    /** Takes those of its days that lie in a time, both ends included; says how many of them were not taken before. */
    public long take(LocalDate from, LocalDate to) {
        long[] days = new long[1];
        take(from, to, (begin, end) -> days[0] += end - begin);
        return days[0];
    }

    /** Takes those of its days that lie in a time, both ends included; tells which of them were not taken before. */
    public void take(LocalDate from, LocalDate to, Row taking) {
        int last = place(to.equals(LocalDate.MAX) ? to : to.plusDays(1));
        int begin = taken.nextClearBit(place(from));
        while (begin < last) {
            int next = taken.nextSetBit(begin);
            int end = next < 0 ? last : Math.min(next, last);
            taken.set(begin, end);
            taking.of(begin, end);
            begin = taken.nextClearBit(end);
        }
    }

    private int place(LocalDate day) {
        return (int) Math.max(0, Math.min(length, ChronoUnit.DAYS.between(first, day)));
    }
}
