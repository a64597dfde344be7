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
 * not sure. Where several in a row were not, as while one compartment is busy, the pause grows until it is the set one.
 * Each has a pause of its own, since a comparison reads every complaint: an index that cannot be compared now must not
 * have another one read again and again.
 */
final class Comparing {

    /** After a reading that was not sure, and before the first. */
    static final Duration UNTIL_SURE = Duration.ofSeconds(2);

    /**
     * So many readings that are not sure may be needed to be sure; after more of them the pause is doubled each time.
     */
    private static final int SOON = 3;

    private static final System.Logger LOG = System.getLogger(Comparing.class.getName());

    private final List<Agreement> all;
    private final Duration every;
    private final LongSupplier clock;
    private final Map<Agreement, Next> next = new HashMap<>();

    /** When one is compared next, and how many readings in a row were not sure before. */
    private record Next(long due, int unsure) {}

    /** The clock only counts up, in nanoseconds. */
    Comparing(List<Agreement> all, Duration every, LongSupplier clock) {
        this.all = List.copyOf(all);
        this.every = every;
        this.clock = clock;
    }

    /** Compares each whose time has come; tells how long there is nothing to compare then. */
    Duration round() throws InterruptedException {
        for (Agreement each : all) {
            Next known = next.get(each);
            if (known == null || clock.getAsLong() - known.due() >= 0) {
                int unsure = sure(each) ? 0 : 1 + (known == null ? 0 : known.unsure());
                next.put(each, new Next(clock.getAsLong() + pause(unsure).toNanos(), unsure));
            }
        }
        long now = clock.getAsLong();
        long left =
                next.values().stream().mapToLong(each -> each.due() - now).min().orElse(every.toNanos());
        return Duration.ofNanos(Math.max(0, left));
    }

    private Duration pause(int unsure) {
        if (unsure == 0) {
            return every;
        }
        if (unsure <= SOON) {
            return UNTIL_SURE;
        }
        Duration pause = UNTIL_SURE;
        for (int more = unsure - SOON; more > 0 && pause.compareTo(every) < 0; more--) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(every) < 0 ? pause : every;
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
