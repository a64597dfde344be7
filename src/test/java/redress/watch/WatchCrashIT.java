package redress.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import redress.register.TestRegister;

/** What is left when a process that goes the rounds is killed at any moment: every firing is there, and once. */
class WatchCrashIT {

    private static final String MEETS = "c.narrative LIKE '%money%'";
    private static final int OFFICERS = 12;

    private final Random random = new Random(9);
    private TestRegister register;
    private long complaints;
    private long position = -1;

    @BeforeEach
    void begins_with_an_empty_database(TestInfo test) throws SQLException {
        register = TestRegister.empty(test.getTags().isEmpty() ? "it_watch_kill" : "it_watch_kills");
        prepare();
    }

    @Test
    void after_a_kill_between_the_ledger_and_the_queue_each_firing_is_there_exactly_once() throws Exception {
        kill(3);
    }

    @Test
    @Tag("deep")
    void after_two_hundred_kills_each_firing_is_there_exactly_once() throws Exception {
        kill(200);
    }

    private void kill(int kills) throws Exception {
        int midway = 0;
        for (int kill = 0; kill < kills; kill++) {
            midway += killed() ? 1 : 0;
            Rounds rounds = WatchVictim.rounds(register.dataSource());
            Instant late = Instant.now().plus(Duration.ofMinutes(2));
            while (behind() && Instant.now().isBefore(late)) {
                // The server may need a moment to see that the other is gone and to give its lock back.
                rounds.go();
            }
            agrees(kill);
        }
        assertThat(midway).as("kills that left something to be done").isPositive();
        System.out.printf(
                "%d kills, %d of them midway: %d complaints, %d firings, each exactly once%n",
                kills, midway, complaints, register.number("SELECT COUNT(*) FROM watch_firing"));
    }

    private void prepare() throws SQLException {
        execute(
                "INSERT INTO institution (code, name, kind) VALUES ('police', 'The police', 'police')",
                "INSERT INTO unit (id, institution_code, code, name, kind) VALUES (1, 'police', 'S1', 'Station', 'station')",
                "INSERT INTO actor_role (actor, roles, told_at) VALUES ('ama', 'supervisor', UTC_TIMESTAMP())",
                "INSERT INTO watch (id, owner, label, purpose, kind, question, complaints, within_days, made_at,"
                        + " from_position, runs_until, version) VALUES"
                        + " (1, 'ama', 'Money', 'To see it', 'SEARCH', 'q=money', NULL, NULL, UTC_TIMESTAMP(), -1, '2999-01-01', 1),"
                        + " (2, 'ama', 'Three', 'To see it', 'OFFICER', '', 3, 180, UTC_TIMESTAMP(), -1, '2999-01-01', 1)");
        for (int officer = 1; officer <= OFFICERS; officer++) {
            execute("INSERT INTO officer (id, institution_code, service_key) VALUES (" + officer + ", 'police', 'K"
                    + officer + "')");
        }
    }

    /** Kills a process in one of its rounds; whether it had not done everything by then. */
    private boolean killed() throws Exception {
        Map<String, String> settings = register.settings();
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-Duser.timezone=UTC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WatchVictim.class.getName(),
                        settings.get("REDRESS_DATABASE_URL"),
                        settings.get("REDRESS_DATABASE_USER"),
                        settings.get("REDRESS_DATABASE_PASSWORD"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = victim.inputReader(StandardCharsets.UTF_8)) {
            for (int round = 1 + random.nextInt(4); round > 0; round--) {
                grow(20 + random.nextInt(60));
                assertThat(said.readLine()).as("what the victim says").isEqualTo("goes");
            }
            grow(20 + random.nextInt(60));
            assertThat(victim.waitFor(random.nextInt(120), TimeUnit.MILLISECONDS))
                    .as("the victim ended on its own")
                    .isFalse();
        } finally {
            victim.destroyForcibly().waitFor();
        }
        return behind();
    }

    /** Complaints that come, of which some are met and some are not, and some that change once more. */
    private void grow(int many) throws SQLException {
        try (Connection connection = register.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < many; i++) {
                boolean change = complaints > 0 && random.nextInt(4) == 0;
                long id = change ? 1 + random.nextLong(complaints) : ++complaints;
                if (change) {
                    statement.execute("UPDATE complaint SET version = version + 1 WHERE id = " + id);
                } else {
                    come(statement, id);
                }
                statement.execute(
                        "INSERT INTO act (id, position, kind, subject, actor, at, salt, commitment, leaf_hash)"
                                + " VALUES (" + ++position + ", " + position + ", 'COMPLAINT_RECEIVED', " + id
                                + ", 'x', UTC_TIMESTAMP(), REPEAT('s', 16), REPEAT('c', 32), REPEAT('l', 32))");
            }
            connection.commit();
        }
    }

    private void come(Statement statement, long id) throws SQLException {
        statement.execute("INSERT INTO incident (id, date_precision, unit_id) VALUES (" + id + ", 'UNKNOWN', 1)");
        statement.execute("INSERT INTO complaint (id, number, incident_id, channel, language, received_at, narrative,"
                + " stage, severity, version) VALUES (" + id + ", 'N-" + id + "', " + id + ", 'WEB', 'en',"
                + " UTC_TIMESTAMP() - INTERVAL 1 DAY, '"
                + (random.nextInt(3) == 0 ? "They took money." : "They shouted.")
                + "', 'RECEIVED', 1, 1)");
        if (random.nextInt(20) == 0) {
            statement.execute("INSERT INTO subject (id, complaint_id, officer_id, unit_id) VALUES (" + id + ", " + id
                    + ", " + (1 + random.nextInt(OFFICERS)) + ", 1)");
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = register.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private boolean behind() throws SQLException {
        return register.number("SELECT position FROM watch_position") < position;
    }

    private void agrees(int kill) throws SQLException {
        assertThat(register.number("SELECT position FROM watch_position"))
                .as("position after kill %d", kill)
                .isEqualTo(position);
        assertThat(register.rows("SELECT c.id, (SELECT COUNT(*) FROM watch_firing f WHERE f.watch_id = 1"
                        + " AND f.complaint_id = c.id AND f.state = 'NEW' AND f.complaint_version = c.version) AS n"
                        + " FROM complaint c WHERE " + MEETS + " HAVING n <> 1"))
                .as("complaints that are met and do not stand in the queue exactly once, after kill %d", kill)
                .isEmpty();
        assertThat(register.rows("SELECT f.id FROM watch_firing f JOIN complaint c ON c.id = f.complaint_id"
                        + " WHERE f.watch_id = 1 AND (NOT " + MEETS
                        + " OR (f.state = 'NEW' AND f.complaint_version <> c.version))"))
                .as("firings for what is not met, after kill %d", kill)
                .isEmpty();
        assertThat(register.rows("SELECT s.officer_id, COUNT(DISTINCT s.complaint_id) AS n,"
                        + " (SELECT COUNT(*) FROM watch_firing f WHERE f.watch_id = 2 AND f.about = s.officer_id"
                        + " AND f.state = 'NEW') AS told, (SELECT MAX(f.counted) FROM watch_firing f"
                        + " WHERE f.watch_id = 2 AND f.about = s.officer_id AND f.state = 'NEW') AS counted"
                        + " FROM subject s GROUP BY s.officer_id"
                        + " HAVING told <> IF(n >= 3, 1, 0) OR (n >= 3 AND counted <> n)"))
                .as(
                        "officers with three or more who do not stand in the queue once with their count, after kill %d",
                        kill)
                .isEmpty();
    }
}
