package redress.watch;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redress.wiring.Repository;

/** When what stands in the ledger was done. A round may come late: whether a watch ran is asked of that time. */
@Repository
class ActTimes {

    /** More than one round reads. */
    private static final int MOST = 1_000;

    private final Statements statements;

    @Inject
    ActTimes(Statements statements) {
        this.statements = statements;
    }

    /** The earliest time of the acts that a round after this position may read; now where there is none. */
    Instant earliest(long position, Instant now) {
        // Acts are numbered after their commit, so the first is not always the earliest.
        return statements
                .read(
                        "SELECT MIN(at) AS at FROM (SELECT at FROM act WHERE position > ? ORDER BY position LIMIT "
                                + MOST + ") behind",
                        List.of(position),
                        row -> Optional.ofNullable(Statements.instantOrNull(row, "at")))
                .getFirst()
                .filter(at -> at.isBefore(now))
                .orElse(now);
    }

    /** The times of the acts behind a position and up to another, by their positions. */
    Map<Long, Instant> between(long after, long reached) {
        Map<Long, Instant> times = new HashMap<>();
        statements
                .read(
                        "SELECT position, at FROM act WHERE position > ? AND position <= ?",
                        List.of(after, reached),
                        row -> Map.entry(row.getLong(1), Statements.instant(row, "at")))
                .forEach(entry -> times.put(entry.getKey(), entry.getValue()));
        return times;
    }
}
