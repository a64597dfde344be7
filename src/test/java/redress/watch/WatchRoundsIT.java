package redress.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redress.register.TestRegister;
import redress.search.SavedSearch;
import redress.search.WatchPort;
import redress.search.WatchingExample;

/** What the rounds of the watches make of what came, over a database that has nothing else in it. */
class WatchRoundsIT {

    private static final Set<String> BOTH = Set.of("open", "apart");

    private TestRegister register;
    private long position = -1;

    @BeforeEach
    void begins_with_an_empty_database() throws SQLException {
        register = TestRegister.empty("it_watch_rounds");
        execute(
                "INSERT INTO institution (code, name, kind) VALUES ('police', 'The police', 'police')",
                "INSERT INTO actor_role (actor, roles, told_at) VALUES ('ama', 'supervisor', UTC_TIMESTAMP())");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = register.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private void watch(String kind, String question, String rule) throws SQLException {
        execute("INSERT INTO watch (id, owner, label, purpose, kind, question, complaints, within_days, made_at,"
                + " from_position, runs_until, version) VALUES (1, 'ama', 'One', 'To see it', '" + kind + "', '"
                + question + "', " + rule + ", UTC_TIMESTAMP(), -1, '2999-01-01', 1)");
    }

    private void comes(long id, String compartment) throws SQLException {
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

    @Test
    void that_a_search_could_not_be_run_is_told_only_of_complaints_that_its_owner_may_see() throws SQLException {
        WatchPort port = WatchingExample.over(register.dataSource());
        Rounds rounds = WatchVictim.rounds(register.dataSource(), port);
        SavedSearch failing = WatchingExample.ofManyWords();
        watch("SEARCH", failing.address(), "NULL, NULL");
        rounds.go();
        comes(1, "apart");
        WatchingExample.strictly(rounds::go);
        assertThat(register.number("SELECT position FROM watch_position")).isZero();
        assertThat(port.silence(1, failing, BOTH)).isEmpty();
        comes(2, "open");
        WatchingExample.strictly(rounds::go);
        assertThat(port.silence(1, failing, Set.of("open"))).contains(WatchPort.Silence.FAILING);
    }
}
