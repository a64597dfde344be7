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
import java.util.Set;
import java.util.function.BiPredicate;
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
    private final ActTimes acts;
    private final WatchPort port;
    private final EarlyWarning warnings;
    private final AbsentSight rights;
    private final Profile profile;
    private final InstantSource clock;

    @Inject
    Rounds(
            Statements statements,
            Watches watches,
            ActTimes acts,
            WatchPort port,
            EarlyWarning warnings,
            AbsentSight rights,
            Profile profile,
            InstantSource clock) {
        this.statements = statements;
        this.watches = watches;
        this.acts = acts;
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
        // A round may come late, after midnight or after somebody ended a watch: what came while it ran is meant by it.
        Instant earliest = acts.earliest(position, now);
        Map<Long, Watches.Running> running = watches.running(earliest, LocalDate.ofInstant(earliest, profile.zone()));
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
        fire(new Writing(connection, now), running, complaints, acts.between(position, happened.position()));
        move(connection, position, Math.min(happened.position(), end));
        return happened.more() || happened.position() > end;
    }

    private static void move(Connection connection, long from, long to) throws SQLException {
        if (to > from) {
            Statements.change(connection, "UPDATE watch_position SET position = ? WHERE id = 1", to);
        }
    }

    private void fire(
            Writing writing,
            Map<Long, Watches.Running> running,
            List<WatchPort.Changed> complaints,
            Map<Long, Instant> times)
            throws SQLException {
        Map<String, Sight> known = new HashMap<>();
        Function<String, Sight> sights = owner -> known.computeIfAbsent(owner, rights::of);
        BiPredicate<Watches.Running, WatchPort.Changed> meant = (watch, complaint) -> hears(watch, complaint, times)
                && sights.apply(watch.owner()).maySee(complaint.id(), complaint.compartment(), complaint.assignee());
        // Reckoned before anything is written: a firing locks its complaint and its watch until the round is over, and
        // what was to be expected is read from whole services.
        List<EarlyWarning.Alarm> alarms = warnings.alarms(running, complaints, meant, sights);
        for (WatchPort.Changed complaint : complaints) {
            for (long id : looking(complaint.matched(), complaint, running, meant)) {
                port.ran(id, complaint);
                writing.found(id, complaint);
            }
            // Where the owner may not see the complaint, that the search failed would tell that one came.
            looking(complaint.failed(), complaint, running, meant).forEach(id -> port.ran(id, complaint));
        }
        for (EarlyWarning.Alarm alarm : alarms) {
            writing.warned(alarm);
        }
    }

    /** Those of these watches that are to look at a complaint, and may. */
    private static List<Long> looking(
            Set<Long> ids,
            WatchPort.Changed complaint,
            Map<Long, Watches.Running> running,
            BiPredicate<Watches.Running, WatchPort.Changed> meant) {
        return ids.stream()
                .filter(id -> {
                    Watches.Running watch = running.get(id);
                    return watch != null && meant.test(watch, complaint);
                })
                .toList();
    }

    /** Whether a watch ran when one of the acts was done that changed a complaint. */
    private boolean hears(Watches.Running watch, WatchPort.Changed complaint, Map<Long, Instant> times) {
        return complaint.positions().stream().anyMatch(position -> {
            Instant at = times.get(position);
            return at != null && watch.hears(position, at, profile.zone());
        });
    }
}
