package redress.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the database holds of a complaint that an earlier import brought.
 *
 * @param version its present version
 * @param imported the version that the last import left; another one means that it was changed here since
 */
record Existing(
        long id,
        long incident,
        int version,
        int imported,
        byte @Nullable [] digest,
        @Nullable LocalDate began,
        @Nullable String precision,
        LocalDate received,
        int severity,
        Map<String, Long> subjects,
        Map<String, Part> allegations,
        Map<String, Part> people,
        Map<String, byte[]> more) {

    /** A row of a part that is there. */
    record Part(long id, byte @Nullable [] digest) {}

    /** What the database holds of a complaint that it does not know. */
    static final Existing NONE =
            new Existing(0, 0, 0, 0, null, null, null, LocalDate.EPOCH, 0, Map.of(), Map.of(), Map.of(), Map.of());

    boolean isNew() {
        return id == 0;
    }

    boolean changedHere() {
        return version != imported;
    }

    /** The complaints with these keys, locked until the batch is committed, with all their parts. */
    static Map<String, Existing> find(Connection connection, String register, Collection<String> keys, boolean lock)
            throws SQLException {
        Map<String, Existing> byKey = new HashMap<>();
        Map<Long, Existing> byId = new HashMap<>();
        Roster.Rows.query(
                connection,
                "SELECT c.register_key, c.id, c.incident_id, c.version, COALESCE(c.imported_version, 0), c.row_digest,"
                        + " i.began_on, c.received_at, c.severity, i.date_precision"
                        + " FROM complaint c JOIN incident i ON i.id = c.incident_id"
                        + " WHERE c.register = '" + register + "' AND c.register_key IN ",
                keys,
                lock ? " FOR UPDATE" : "",
                found -> {
                    Existing one = new Existing(
                            found.getLong(2),
                            found.getLong(3),
                            found.getInt(4),
                            found.getInt(5),
                            found.getBytes(6),
                            found.getObject(7, LocalDate.class),
                            found.getString(10),
                            found.getTimestamp(8).toLocalDateTime().toLocalDate(),
                            found.getInt(9),
                            new HashMap<>(),
                            new HashMap<>(),
                            new HashMap<>(),
                            new HashMap<>());
                    byKey.put(found.getString(1), one);
                    byId.put(one.id, one);
                });
        parts(connection, byId);
        return byKey;
    }

    private static void parts(Connection connection, Map<Long, Existing> byId) throws SQLException {
        Collection<Long> ids = byId.keySet();
        Roster.Rows.query(
                connection,
                "SELECT complaint_id, source_key, id FROM subject WHERE source_key IS NOT NULL AND complaint_id IN ",
                ids,
                "",
                found -> of(byId, found.getLong(1)).subjects.put(found.getString(2), found.getLong(3)));
        Roster.Rows.query(
                connection,
                "SELECT complaint_id, source_key, id, row_digest FROM allegation"
                        + " WHERE source_key IS NOT NULL AND complaint_id IN ",
                ids,
                "",
                found -> of(byId, found.getLong(1))
                        .allegations
                        .put(found.getString(2), new Part(found.getLong(3), found.getBytes(4))));
        Roster.Rows.query(
                connection,
                "SELECT complaint_id, CONCAT(part, '/', source_key), id, row_digest FROM complainant"
                        + " WHERE source_key IS NOT NULL AND complaint_id IN ",
                ids,
                "",
                found -> of(byId, found.getLong(1))
                        .people
                        .put(found.getString(2), new Part(found.getLong(3), found.getBytes(4))));
        Roster.Rows.query(
                connection,
                "SELECT complaint_id, source, row_digest FROM import_more WHERE complaint_id IN ",
                ids,
                "",
                found -> of(byId, found.getLong(1)).more.put(found.getString(2), found.getBytes(3)));
    }

    private static Existing of(Map<Long, Existing> byId, long id) {
        return Roster.Rows.known(byId.get(id));
    }
}
