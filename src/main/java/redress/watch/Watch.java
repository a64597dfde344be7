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
     */
    public record Times(
            Instant madeAt,
            long from,
            LocalDate until,
            @Nullable Instant endedAt) {}

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
        return with(new Times(times.madeAt(), times.from(), times.until(), at));
    }

    /**
     * The same watch with another last day. What came while it did not run does not fire later, so it begins anew where
     * the ledger ends now.
     */
    Watch renewed(LocalDate until, LocalDate today, long end) {
        requireNotEnded();
        long from = state(today) == State.PAST ? end : times.from();
        return with(new Times(times.madeAt(), from, until, null));
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
