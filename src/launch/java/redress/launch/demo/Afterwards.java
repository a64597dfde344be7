package redress.launch.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the importer does not know: the counters of complaint numbers go on after the demo's, and two investigators have
 * declared that they have to do with some complaints. Doing it again changes nothing.
 */
public final class Afterwards {

    private static final String COUNTERS = """
            INSERT INTO complaint_number (year, next_serial)
            SELECT CAST(LEFT(number, 4) AS SIGNED), MAX(CAST(SUBSTRING(number, 6) AS SIGNED)) + 1
            FROM complaint WHERE number REGEXP '^[0-9]{4}-[0-9]{6}$' GROUP BY LEFT(number, 4)
            ON DUPLICATE KEY UPDATE next_serial = GREATEST(next_serial, VALUES(next_serial))""";

    private static final String RECUSALS = """
            INSERT IGNORE INTO recusal (actor, complaint_id, reason, declared_at)
            SELECT ?, id, ?, '2026-11-02 09:00:00' FROM complaint
            WHERE register = 'demo' AND compartment = 'open' AND stage = ? ORDER BY number DESC LIMIT 4""";

    private Afterwards() {}

    /** Plants both into the database of the demo. */
    public static void plant(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(COUNTERS);
        }
        recuse(connection, Courses.BEN, "A relative serves in the unit.", "INVESTIGATION");
        recuse(connection, Courses.EMINA, "Knows the complainant.", "CLOSED");
    }

    private static void recuse(Connection connection, String actor, String reason, String stage) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RECUSALS)) {
            statement.setString(1, actor);
            statement.setString(2, reason);
            statement.setString(3, stage);
            statement.executeUpdate();
        }
    }
}
