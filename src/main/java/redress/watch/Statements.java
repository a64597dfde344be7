package redress.watch;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;
import redress.wiring.Repository;

/** Single statements of this room, in the caller's transaction. Instants are UTC whatever the zone of the server. */
@Repository
class Statements {

    private final DataSource dataSource;

    @Inject
    Statements(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Makes an object of the row at which the result stands. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Several statements on one connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    <T> List<T> read(String sql, List<Object> values, Reader<T> reader) {
        return on(connection -> read(connection, sql, values, reader));
    }

    int change(String sql, @Nullable Object... values) {
        return on(connection -> change(connection, sql, values));
    }

    /** Does several statements in a transaction of their own; what fails leaves nothing. */
    <T> T alone(Work<T> work) {
        return on(connection -> {
            // A snapshot that is older than the lock would show an old position.
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            try {
                T done = work.with(connection);
                connection.commit();
                return done;
            } finally {
                // Undoes what a failure left; after the commit there is nothing to undo.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    static <T> List<T> read(Connection connection, String sql, List<Object> values, Reader<T> reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 1;
            for (Object value : values) {
                bind(statement, at++, value);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        }
    }

    static int change(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                bind(statement, i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private <T> T on(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (SQLException broken) {
            System.getLogger(Statements.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "A statement for watches failed, SQL state {0}",
                            broken.getSQLState());
            throw Problem.of(Problem.Kind.UNAVAILABLE, "database-unavailable", "The database does not answer.");
        }
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(at, Types.NULL);
            case Instant instant -> statement.setObject(at, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
            case LocalDate day -> statement.setObject(at, java.sql.Date.valueOf(day));
            case Enum<?> word -> statement.setString(at, word.name());
            default -> statement.setObject(at, value);
        }
    }

    /** So many question marks. */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable LocalDate dayOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable Integer wholeOrNull(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    static OptionalLong longIfAny(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    static @Nullable Double realOrNull(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
