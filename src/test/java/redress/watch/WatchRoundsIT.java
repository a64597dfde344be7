package redress.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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

    @Test
    void what_was_to_be_expected_is_reckoned_once_for_each_firing_and_not_for_each_complaint_of_an_import()
            throws SQLException {
        execute("INSERT INTO unit (id, institution_code, code, parent_id, name, kind) VALUES"
                + " (1, 'police', 'P', NULL, 'Police', 'service'), (2, 'police', 'D', 1, 'Division', 'division'),"
                + " (3, 'police', 'S', 2, 'Station', 'station')");
        watch("BRANCH", "", "3, 180");
        for (long id = 1; id <= 60; id++) {
            comes(id, "open");
        }
        execute("UPDATE incident SET unit_id = 3");
        ReadStatements asked = new ReadStatements(register.dataSource());
        WatchVictim.rounds(asked.dataSource()).go();
        assertThat(register.rows("SELECT about, counted, complaint_id FROM watch_firing ORDER BY about"))
                .containsExactly(List.of("1", "60", "60"), List.of("2", "60", "60"), List.of("3", "60", "60"));
        assertThat(asked.number("SELECT p.officer_id, p.unit_id, u.kind"))
                .as("readings of who is like whom")
                .isEqualTo(3);
    }
}
