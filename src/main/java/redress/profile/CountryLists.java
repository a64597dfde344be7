package redress.profile;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import redress.wiring.Repository;

/**
 * Brings the profile's dated lists into the database at every start, after the migrations and before anything reads
 * them. Rows are added and renewed; a code that has left the profile is ended, never deleted. Codes that a register
 * brought stay as they are.
 */
@Repository
class CountryLists {

    private static final String INSTITUTION = """
            INSERT INTO institution (code, name, kind, valid_from, valid_to) VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE name = VALUES(name), kind = VALUES(kind),
              valid_from = VALUES(valid_from), valid_to = VALUES(valid_to)""";
    private static final String PLACE = """
            INSERT INTO place (code, parent_code, level, name, latitude, longitude, valid_from, valid_to)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE parent_code = VALUES(parent_code), level = VALUES(level), name = VALUES(name),
              latitude = VALUES(latitude), longitude = VALUES(longitude),
              valid_from = VALUES(valid_from), valid_to = VALUES(valid_to)""";
    private static final String CATEGORY = """
            INSERT INTO category (code, group_name, label, iccs, severity, must_refer, valid_from, valid_to,
              compartment, listed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE group_name = VALUES(group_name), label = VALUES(label), iccs = VALUES(iccs),
              severity = VALUES(severity), must_refer = VALUES(must_refer),
              valid_from = VALUES(valid_from), valid_to = VALUES(valid_to),
              compartment = VALUES(compartment), listed = VALUES(listed)""";

    /** One row put into a statement. */
    private interface Binding<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    private final DataSource dataSource;
    private final Profile profile;
    private final InstantSource clock;

    @Inject
    CountryLists(DataSource dataSource, Profile profile, InstantSource clock) {
        this.dataSource = dataSource;
        this.profile = profile;
        this.clock = clock;
    }

    void load(@Observes @Priority(10) @Initialized(ApplicationScoped.class) Object started) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            write(connection, INSTITUTION, profile.institutions(), CountryLists::bindInstitution);
            write(connection, PLACE, profile.places(), CountryLists::bindPlace);
            write(connection, CATEGORY, profile.categories(), this::bindCategory);
            LocalDate today = LocalDate.ofInstant(clock.instant(), profile.zone());
            for (Ending ending : Ending.ALL) {
                ending.apply(connection, profile, today);
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static <T> void write(Connection connection, String sql, Iterable<T> rows, Binding<T> binding)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T row : rows) {
                binding.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bindInstitution(PreparedStatement statement, Institution row) throws SQLException {
        statement.setString(1, row.code());
        statement.setString(2, row.name().inBase());
        statement.setString(3, row.kind());
        bindDates(statement, 4, row.validFrom(), row.validTo());
    }

    private static void bindPlace(PreparedStatement statement, Place row) throws SQLException {
        statement.setString(1, row.code());
        statement.setString(2, row.parent());
        statement.setInt(3, row.level());
        statement.setString(4, row.name());
        statement.setObject(5, row.latitude());
        statement.setObject(6, row.longitude());
        bindDates(statement, 7, row.validFrom(), row.validTo());
    }

    private void bindCategory(PreparedStatement statement, Category row) throws SQLException {
        statement.setString(1, row.code());
        statement.setString(2, row.groupLabel().inBase());
        statement.setString(3, row.label().inBase());
        statement.setString(4, row.iccs());
        statement.setInt(5, row.severity());
        statement.setBoolean(6, row.mustRefer());
        bindDates(statement, 7, row.validFrom(), row.validTo());
        statement.setString(9, row.compartment());
        statement.setInt(10, profile.categories().indexOf(row));
    }

    private static void bindDates(PreparedStatement statement, int at, @Nullable LocalDate from, @Nullable LocalDate to)
            throws SQLException {
        statement.setDate(at, from == null ? null : Date.valueOf(from));
        statement.setDate(at + 1, to == null ? null : Date.valueOf(to));
    }
}
