package redress.watch;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import redress.access.AbsentSight;
import redress.access.Sight;
import redress.profile.Profile;
import redress.search.WatchPort;
import redress.wiring.Repository;

/**
 * One round of the watches: what happened in the ledger since the last, which watches it meets, and which of these may
 * tell their owners. What fires and the position up to which the ledger was read are written in one transaction under
 * one lock, so that a crash or a second node neither loses nor doubles a firing.
 */
@Repository
class Rounds {

    /** While nothing is on watch the position follows at this distance, so that it costs the others nothing. */
    private static final long UNWATCHED = 2_000;

    private final Statements statements;
    private final Watches watches;
    private final WatchPort port;
    private final EarlyWarning warnings;
    private final AbsentSight rights;
    private final Profile profile;
    private final InstantSource clock;

    @Inject
    Rounds(
            Statements statements,
            Watches watches,
            WatchPort port,
            EarlyWarning warnings,
            AbsentSight rights,
            Profile profile,
            InstantSource clock) {
        this.statements = statements;
        this.watches = watches;
        this.port = port;
        this.warnings = warnings;
        this.rights = rights;
        this.profile = profile;
        this.clock = clock;
    }

    /** One round; whether more waits for the next. Another node that is at it has the round. */
    boolean go() {
        return statements.alone(connection -> {
            List<Long> position = Statements.read(
                    connection,
                    "SELECT position FROM watch_position WHERE id = 1 FOR UPDATE SKIP LOCKED",
                    List.of(),
                    row -> row.getLong(1));
            return !position.isEmpty() && go(connection, position.getFirst());
        });
    }

    private boolean go(Connection connection, long position) throws SQLException {
        Instant now = clock.instant();
        // Read before the watches are: what came later may be meant by a watch that is not among them yet.
        long end = port.end();
        Map<Long, Watches.Running> running = watches.running(LocalDate.ofInstant(now, profile.zone()));
        if (running.isEmpty()) {
            move(connection, position, end - position > UNWATCHED ? end : position);
            return false;
        }
        port.hold(
                running.entrySet().stream()
                        .filter(each -> each.getValue().rule() == null)
                        .map(Map.Entry::getKey)
                        .toList(),
                watches::searches);
        WatchPort.Happened happened = port.after(position);
        List<WatchPort.Changed> complaints = happened.complaints().stream()
                .filter(complaint -> complaint.position() <= end)
                .toList();
        fire(connection, running, complaints, now);
        move(connection, position, Math.min(happened.position(), end));
        return happened.more() || happened.position() > end;
    }

    private static void move(Connection connection, long from, long to) throws SQLException {
        if (to > from) {
            Statements.change(connection, "UPDATE watch_position SET position = ? WHERE id = 1", to);
        }
    }

    private void fire(
            Connection connection, Map<Long, Watches.Running> running, List<WatchPort.Changed> complaints, Instant now)
            throws SQLException {
        Writing writing = new Writing(connection, now);
        Map<String, Sight> known = new HashMap<>();
        Function<String, Sight> sights = owner -> known.computeIfAbsent(owner, rights::of);
        for (WatchPort.Changed complaint : complaints) {
            for (long id : complaint.matched()) {
                Watches.Running watch = running.get(id);
                if (watch != null
                        && complaint.position() > watch.from()
                        && sights.apply(watch.owner())
                                .maySee(complaint.id(), complaint.compartment(), complaint.assignee())) {
                    writing.found(id, complaint);
                }
            }
        }
        for (EarlyWarning.Alarm alarm : warnings.alarms(running, complaints, sights)) {
            writing.warned(alarm);
        }
    }
}
