package redress.watch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import redress.search.WatchPort;
import redress.time.Ids;

/**
 * Writes what fires, in the transaction of a round. A key makes it harmless to write the same again.
 *
 * @param connection the connection of the round
 * @param now when it fires
 */
record Writing(Connection connection, Instant now) {

    /** Of a rule that counts more, a whole service perhaps, it is not kept which they were. */
    static final int MOST_KEPT = 1_000;

    /** A search that is met: the complaint stands once in the queue, at its latest version. */
    void found(long watch, WatchPort.Changed complaint) throws SQLException {
        int rows = Statements.change(
                connection,
                "INSERT IGNORE INTO watch_firing (id, watch_id, complaint_id, complaint_version, about, fired_at, state)"
                        + " VALUES (?, ?, ?, ?, '', ?, 'NEW')",
                Ids.next(),
                watch,
                complaint.id(),
                complaint.version(),
                now);
        if (rows == 1) {
            Statements.change(
                    connection,
                    "UPDATE watch_firing SET state = 'REPLACED' WHERE watch_id = ? AND complaint_id = ? AND about = ''"
                            + " AND complaint_version < ? AND state = 'NEW'",
                    watch,
                    complaint.id(),
                    complaint.version());
        }
    }

    /** A rule that is met, with what was counted. */
    void warned(EarlyWarning.Alarm alarm) throws SQLException {
        long id = Ids.next();
        Firing.Apart apart = alarm.expected().apart();
        int rows = Statements.change(
                connection,
                "INSERT IGNORE INTO watch_firing (id, watch_id, complaint_id, complaint_version, about, counted, expected,"
                        + " peers, chance, apart_days, apart_complaints, fired_at, state)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'NEW')",
                id,
                alarm.watch(),
                alarm.complaint().id(),
                alarm.complaint().version(),
                Long.toString(alarm.about()),
                alarm.counted().size(),
                alarm.expected().count(),
                alarm.expected().peers(),
                alarm.expected().chance(),
                apart == null ? null : apart.days(),
                apart == null ? null : apart.complaints(),
                now);
        if (rows == 1) {
            counted(id, alarm);
            replace(id, alarm);
        }
    }

    private void counted(long id, EarlyWarning.Alarm alarm) throws SQLException {
        if (alarm.counted().size() > MOST_KEPT) {
            return;
        }
        List<Object> values = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (long complaint : alarm.counted()) {
            rows.add("(?, ?)");
            values.add(id);
            values.add(complaint);
        }
        Statements.change(
                connection,
                "INSERT INTO watch_counted (firing_id, complaint_id) VALUES " + String.join(", ", rows),
                values.toArray());
    }

    /**
     * The same officer or unit stands once in the queue, with the latest count. An earlier firing stays beside a later
     * one that counts something in a compartment of which the earlier has nothing: if it went, those who see only the
     * earlier one would learn from that of something sealed. One that the owner may not see now stays too, for when it
     * may be seen again: it counts what the later one does not.
     */
    private void replace(long id, EarlyWarning.Alarm alarm) throws SQLException {
        Shown shown = Shown.to(alarm.sight());
        List<Object> values = new ArrayList<>(List.of(alarm.watch(), Long.toString(alarm.about()), id, id));
        values.addAll(shown.values());
        List<Long> earlier = Statements.read(
                connection,
                "SELECT f.id FROM watch_firing f JOIN watch w ON w.id = f.watch_id JOIN complaint c ON c.id = f.complaint_id"
                        + " WHERE f.watch_id = ? AND f.about = ? AND f.state = 'NEW' AND f.id <> ?"
                        + " AND (NOT EXISTS (SELECT 1 FROM watch_counted o WHERE o.firing_id = f.id)"
                        + " OR NOT EXISTS (SELECT 1 FROM watch_counted n JOIN complaint e ON e.id = n.complaint_id"
                        + " WHERE n.firing_id = ? AND e.compartment NOT IN (SELECT d.compartment FROM watch_counted o"
                        + " JOIN complaint d ON d.id = o.complaint_id WHERE o.firing_id = f.id))) AND "
                        + shown.condition(),
                values,
                row -> row.getLong(1));
        for (long each : earlier) {
            // Somebody may have looked at it by now.
            Statements.change(
                    connection, "UPDATE watch_firing SET state = 'REPLACED' WHERE id = ? AND state = 'NEW'", each);
        }
    }
}
