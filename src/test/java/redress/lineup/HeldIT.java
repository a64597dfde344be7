package redress.lineup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redress.access.Sight;
import redress.problem.Problem;
import redress.register.TestRegister;

/** Somebody answers about complaints of which a row is held by somebody else. */
@Timeout(60)
class HeldIT {

    private static final Sight SEEN = new Sight("ama", false, Set.of(Sight.OPEN), Set.of());
    private static final List<String> BOTH = List.of("N-1", "N-2");

    private static TestRegister register;

    @BeforeAll
    static void makes_two_complaints() throws SQLException {
        register = TestRegister.empty("it_held");
        try (Connection connection = register.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (int id = 1; id <= 2; id++) {
                statement.executeUpdate(
                        "INSERT INTO incident (id, began_on, date_precision) VALUES (" + id + ", '2024-03-05', 'DAY')");
                statement.executeUpdate("INSERT INTO complaint (id, number, incident_id, channel, language,"
                        + " received_at, stage, severity, version) VALUES (" + id + ", 'N-" + id + "', " + id
                        + ", 'WEB', 'en', '2024-03-07', 'RECEIVED', 3, 1)");
            }
        }
    }

    @Test
    void who_waits_too_long_for_complaints_that_somebody_changes_is_told_so_and_may_try_again() throws Exception {
        MysqlDataSource impatient = (MysqlDataSource) register.dataSource();
        impatient.setSessionVariables("innodb_lock_wait_timeout=1");
        Tellings tellings = new Tellings(new Tables(impatient));
        try (Connection other = register.dataSource().getConnection()) {
            other.setAutoCommit(false);
            changes(other, 2);
            Problem refused = catchThrowableOfType(Problem.class, () -> tellings.hold(BOTH, SEEN));
            isTold(refused);
            other.rollback();
        }
        assertThat(tellings.hold(BOTH, SEEN).told()).hasSize(2);
    }

    @Test
    void who_gives_way_where_two_wait_for_each_other_is_told_the_same() throws Exception {
        Tellings tellings = new Tellings(new Tables(register.dataSource()));
        try (Connection other = register.dataSource().getConnection()) {
            other.setAutoCommit(false);
            changes(other, 2);
            CompletableFuture<Problem> refused = CompletableFuture.supplyAsync(
                    () -> catchThrowableOfType(Problem.class, () -> tellings.hold(BOTH, SEEN)));
            while (free(1)) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            changes(other, 1);
            isTold(refused.get(30, TimeUnit.SECONDS));
            other.rollback();
        }
    }

    private static void isTold(Problem refused) {
        assertThat(refused.kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(refused.slug()).isEqualTo("being-changed");
        assertThat(refused.detail()).contains("is changing these complaints just now", "Try again");
    }

    private static void changes(Connection connection, int complaint) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE complaint SET version = version + 1 WHERE id = " + complaint))
                    .isEqualTo(1);
        }
    }

    /** Whether nobody holds the row of this complaint. */
    private static boolean free(int complaint) throws SQLException {
        try (Connection connection = register.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT id FROM complaint WHERE id = " + complaint + " FOR UPDATE SKIP LOCKED")) {
            return found.next();
        }
    }
}
