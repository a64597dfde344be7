package redress.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redress.register.TestRegister;

/** What a release counts and hides on a real database. */
class ReleaseIT {

    private static final List<String> FORCE = List.of("shooting", "torture", "assault_injury", "assault");

    private static TestRegister register;

    private static long last;

    @BeforeAll
    static void three_complaints_and_twelve_of_four_kinds_of_force_each_are_released() throws SQLException {
        register = TestRegister.empty("it_release");
        try (Connection connection = register.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            country(connection);
            complaints(connection, "few", 3);
            complaints(connection, "many", 12);
            ReleaseMaker.make(connection, "paul", 10, Instant.parse("2026-11-22T10:00:00Z"));
            connection.commit();
        }
    }

    @Test
    void a_few_complaints_of_many_allegations_show_in_no_table() throws SQLException {
        assertThat(released("few"))
                .isEqualTo(Map.of("COMPLAINTS/2025/", "", "CATEGORIES/2025/Force", "", "FINDINGS/2025/NONE", ""));
    }

    @Test
    void enough_complaints_show_the_allegations_that_they_hold() throws SQLException {
        assertThat(released("many"))
                .isEqualTo(Map.of("COMPLAINTS/2025/", "12", "CATEGORIES/2025/Force", "48", "FINDINGS/2025/NONE", "48"));
    }

    private static Map<String, String> released(String institution) throws SQLException {
        return register
                .rows("SELECT figure, year, cell, shown FROM figure_cell WHERE institution_code = '" + institution
                        + "'")
                .stream()
                .collect(java.util.stream.Collectors.toMap(
                        row -> row.get(0) + "/" + row.get(1) + "/" + row.get(2), row -> row.get(3)));
    }

    private static void country(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO institution (code, name, kind) VALUES ('few', 'Few', 'police'),"
                    + " ('many', 'Many', 'police')");
            for (String code : FORCE) {
                statement.execute("INSERT INTO category (code, group_name, label, severity) VALUES ('" + code
                        + "', 'Force', '" + code + "', 3)");
            }
        }
    }

    private static void complaints(Connection connection, String institution, int number) throws SQLException {
        for (int i = 0; i < number; i++) {
            long id = ++last;
            run(
                    connection,
                    "INSERT INTO incident (id, date_precision, institution_code) VALUES (?, 'UNKNOWN', ?)",
                    id,
                    institution);
            run(
                    connection,
                    "INSERT INTO complaint (id, number, incident_id, channel, language, received_at, stage, severity,"
                            + " version) VALUES (?, ?, ?, 'WEB', 'en', '2025-03-04 10:00:00', 'RECEIVED', 3, 1)",
                    id,
                    "R-" + id,
                    id);
            for (String code : FORCE) {
                run(
                        connection,
                        "INSERT INTO allegation (id, complaint_id, category_code) VALUES (?, ?, ?)",
                        ++last,
                        id,
                        code);
            }
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
