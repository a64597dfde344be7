package redress.search;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;

/**
 * Lets somebody find what they have just written: a search that names the act of a write waits until the index of this
 * node has taken it in, and no longer than two seconds. Nothing is told about the act but that the wait was in vain.
 */
@Singleton
class Freshness {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN = Duration.ofMillis(30);

    private final ComplaintRows rows;
    private final IndexFollower follower;

    @Inject
    Freshness(ComplaintRows rows, IndexFollower follower) {
        this.rows = rows;
        this.follower = follower;
    }

    /**
     * Waits for an act. True when it can be found or when none was named; false when it is not there in time. Must not
     * be called inside a transaction, which would not see the act get its position.
     */
    boolean reached(@Nullable String act) {
        if (act == null || act.isBlank()) {
            return true;
        }
        if (!act.matches("\\d{1,18}")) {
            throw Problem.invalid(List.of(new Problem.FieldError("act", "search.act.unread")));
        }
        long id = Long.parseLong(act);
        long until = System.nanoTime() + PATIENCE.toNanos();
        OptionalLong position = rows.positionOf(id);
        while (position.isEmpty() && System.nanoTime() < until) {
            // Nothing is ever shown up to the end of all positions: this only passes the time.
            follower.shows(Long.MAX_VALUE, BETWEEN);
            position = rows.positionOf(id);
        }
        return position.isPresent()
                && follower.shows(position.getAsLong(), Duration.ofNanos(Math.max(0, until - System.nanoTime())));
    }
}
