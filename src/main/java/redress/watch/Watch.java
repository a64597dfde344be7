package redress.watch;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;
import redress.search.SavedSearch;

/**
 * A search or a rule that somebody left running, with the reason why. What it looks for never changes: another question
 * is another watch.
 *
 * @param id its id
 * @param owner the id of the one for whom it looks
 * @param label what the owner calls it
 * @param purpose why the owner may look for this
 * @param sought what it looks for
 * @param times since when and until when
 * @param version grows with every change
 */
public record Watch(long id, String owner, String label, String purpose, Sought sought, Times times, int version) {

    /** What a watch waits for. */
    public enum Kind {
        /** A complaint that a search finds. */
        SEARCH,
        /** So many complaints against the same officer. */
        OFFICER,
        /** So many complaints against people of the same unit. */
        UNIT,
        /** So many complaints against people of the same unit and of all units below it. */
        BRANCH,
        /** So many complaints against people of units under the same commander, while the command lasted. */
        COMMANDER
    }

    /**
     * What a watch looks for.
     *
     * @param kind what it waits for
     * @param search the search; of a rule the one that asks for everything
     * @param rule the rule, null for a search
     */
    public record Sought(
            Kind kind, SavedSearch search, @Nullable Rule rule) {}

    /**
     * So many complaints within so many days of receipt.
     *
     * @param complaints how many, at least 2
     * @param days within how many days
     */
    public record Rule(int complaints, int days) {}

    /**
     * Since when and until when a watch looks.
     *
     * @param madeAt when it was made
     * @param from the ledger's last position then: what came before does not fire
     * @param until the last day on which it fires
     * @param endedAt when somebody ended it, or null
     * @param stood when it last stood still before it was renewed, or null
     */
    public record Times(
            Instant madeAt,
            long from,
            LocalDate until,
            @Nullable Instant endedAt,
            @Nullable Standstill stood) {}

    /**
     * What came while a watch stood still does not fire. A round may read it late, together with what came while the
     * watch ran before, which does.
     *
     * @param after its last day before
     * @param end the ledger's last position when it was renewed
     */
    public record Standstill(LocalDate after, long end) {

        /** Whether an act that was done on a day came in it. */
        boolean holds(long position, LocalDate day) {
            return day.isAfter(after) && position <= end;
        }
    }

    /** How it stands with a watch. */
    public enum State {
        /** It fires. */
        RUNNING,
        /** Its last day is over. It fires no more until somebody renews it. */
        PAST,
        /** Somebody ended it; that is for good. */
        ENDED
    }

    /** How it stands on that day. */
    public State state(LocalDate today) {
        if (times.endedAt() != null) {
            return State.ENDED;
        }
        return times.until().isBefore(today) ? State.PAST : State.RUNNING;
    }

    /** The same watch, ended. */
    Watch ended(Instant at) {
        requireNotEnded();
        return with(new Times(times.madeAt(), times.from(), times.until(), at, times.stood()));
    }

    /**
     * The same watch with another last day. What came while it did not run does not fire later. Of two standstills the
     * last is kept, and what came before the end of the first is not read any more: no round is so late.
     */
    Watch renewed(LocalDate until, LocalDate today, long end) {
        requireNotEnded();
        Standstill before = times.stood();
        if (state(today) != State.PAST) {
            return with(new Times(times.madeAt(), times.from(), until, null, before));
        }
        long from = before == null ? times.from() : before.end();
        return with(new Times(times.madeAt(), from, until, null, new Standstill(times.until(), end)));
    }

    private Watch with(Times changed) {
        return new Watch(id, owner, label, purpose, sought, changed, version + 1);
    }

    private void requireNotEnded() {
        if (times.endedAt() != null) {
            throw Problem.of(Problem.Kind.CONFLICT, "watch-ended", "This watch has been ended.");
        }
    }
}
