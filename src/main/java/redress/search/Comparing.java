package redress.search;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;

/**
 * When each index is compared with the database again: as often as is set, and in a moment where the last reading was
 * not sure. Each has a pause of its own, since a comparison reads every complaint: an index that cannot be compared now
 * must not have another one read again and again.
 */
final class Comparing {

    /** After a reading that was not sure, and before the first. */
    static final Duration UNTIL_SURE = Duration.ofSeconds(2);

    private static final System.Logger LOG = System.getLogger(Comparing.class.getName());

    private final List<Agreement> all;
    private final Duration every;
    private final LongSupplier clock;
    private final Map<Agreement, Long> next = new HashMap<>();

    /** The clock only counts up, in nanoseconds. */
    Comparing(List<Agreement> all, Duration every, LongSupplier clock) {
        this.all = List.copyOf(all);
        this.every = every;
        this.clock = clock;
    }

    /** Compares each whose time has come; tells how long there is nothing to compare then. */
    Duration round() throws InterruptedException {
        for (Agreement each : all) {
            Long due = next.get(each);
            if (due == null || clock.getAsLong() - due >= 0) {
                Duration pause = sure(each) ? every : UNTIL_SURE;
                next.put(each, clock.getAsLong() + pause.toNanos());
            }
        }
        long now = clock.getAsLong();
        long left = next.values().stream().mapToLong(due -> due - now).min().orElse(every.toNanos());
        return Duration.ofNanos(Math.max(0, left));
    }

    /** Not sure, too, while the index is opened or the database does not answer. */
    private static boolean sure(Agreement each) throws InterruptedException {
        FutureTask<Agreement.Verdict> task = new FutureTask<>(each::compare);
        task.run();
        try {
            return task.get() != Agreement.Verdict.UNSURE;
        } catch (ExecutionException waiting) {
            LOG.log(System.Logger.Level.DEBUG, "Index and database cannot be compared now.", waiting);
            return false;
        }
    }
}
