package redress.watch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import redress.register.TestRegister;

/** A database with nothing in it but the police and ama, a supervisor, for tests of watches that have no server. */
final class EmptyOffice {

    private final TestRegister register;
    private long position = -1;

    private EmptyOffice(TestRegister register) {
        this.register = register;
    }

    static EmptyOffice named(String schema) throws SQLException {
        EmptyOffice office = new EmptyOffice(TestRegister.empty(schema));
        office.execute(
                "INSERT INTO institution (code, name, kind) VALUES ('police', 'The police', 'police')",
                "INSERT INTO actor_role (actor, roles, told_at) VALUES ('ama', 'supervisor', UTC_TIMESTAMP())");
        return office;
    }

    TestRegister register() {
        return register;
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = register.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** A watch of somebody that runs from the beginning of the ledger; its rule is complaints and days. */
    void watch(long id, String owner, String kind, String question, String rule) throws SQLException {
        execute("INSERT INTO watch (id, owner, label, purpose, kind, question, complaints, within_days, made_at,"
                + " from_position, runs_until, version) VALUES (" + id + ", '" + owner + "', 'One', 'To see it', '"
                + kind + "', '" + question + "', " + rule + ", UTC_TIMESTAMP(), -1, '2999-01-01', 1)");
    }

    /** A complaint that came yesterday, about an incident of the same id. */
    void comes(long id, String compartment) throws SQLException {
        execute(
                "INSERT INTO incident (id, date_precision) VALUES (" + id + ", 'UNKNOWN')",
                "INSERT INTO complaint (id, number, incident_id, channel, language, received_at, narrative, stage,"
                        + " severity, version, compartment) VALUES (" + id + ", 'N-" + id + "', " + id
                        + ", 'WEB', 'en', UTC_TIMESTAMP() - INTERVAL 1 DAY, 'They took money.', 'RECEIVED', 1, 1, '"
                        + compartment + "')",
                "INSERT INTO act (id, position, kind, subject, actor, at, salt, commitment, leaf_hash) VALUES ("
                        + ++position + ", " + position + ", 'COMPLAINT_RECEIVED', " + id
                        + ", 'x', UTC_TIMESTAMP(), REPEAT('s', 16), REPEAT('c', 32), REPEAT('l', 32))");
    }
}
