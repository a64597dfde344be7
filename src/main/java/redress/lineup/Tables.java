package redress.lineup;

import jakarta.inject.Inject;
import jakarta.persistence.PessimisticLockException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;
import redress.problem.Problem;
import redress.wiring.Insertion;
import redress.wiring.Refused;
import redress.wiring.Repository;

/** Asks the tables, many rows at a time, and writes those of this room. It joins the caller's transaction. */
@Repository
class Tables {

    private final DataSource dataSource;

    @Inject
    Tables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Makes an object of the row at which the result stands. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * A query.
     *
     * @param text SQL with question marks
     * @param values their values in order
     */
    record Query(String text, List<Object> values) {

        static Query of(String text, Object... values) {
            return new Query(text, List.of(values));
        }

        /** The query in which {@code {sight}} stands last: what the reader may see of the complaints called c. */
        static Query seen(String text, Sight sight, Object... values) {
            Sight.Sql sql = sight.sql("c");
            List<Object> all = new ArrayList<>(List.of(values));
            all.addAll(sql.parameters());
            return new Query(text.replace("{sight}", sql.text()), all);
        }
    }

    /**
     * All rows of the answer.
     *
     * @throws Problem conflict where a row is to be held that somebody else holds, unavailable where the database does
     *     not answer
     */
    <T> List<T> read(Query query, Reader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = bound(connection, query.text(), query.values())) {
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        } catch (SQLException broken) {
            throw problem(broken);
        }
    }

    private static Problem problem(SQLException broken) {
        if (Refused.held(broken)) {
            return beingChanged();
        }
        System.getLogger(Tables.class.getName())
                .log(System.Logger.Level.WARNING, "A query failed, SQL state {0}", broken.getSQLState());
        return Problem.of(Problem.Kind.UNAVAILABLE, "database-unavailable", "The database does not answer.");
    }

    private static Problem beingChanged() {
        return Problem.of(
                Problem.Kind.CONFLICT,
                "being-changed",
                "Somebody is changing these complaints just now. Try again in a moment.");
    }

    /**
     * Keeps new rows.
     *
     * @return how many were written
     * @throws Problem conflict where somebody else holds what they belong to
     */
    int add(Insertion rows) {
        try {
            return rows.send(dataSource);
        } catch (PessimisticLockException held) {
            throw beingChanged();
        }
    }

    /**
     * Changes rows of this room.
     *
     * @return how many there were to change
     * @throws Problem conflict where somebody else holds them
     */
    int change(String text, @Nullable Object... values) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object value : values) {
            all.add(value);
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = bound(connection, text, all)) {
            return statement.executeUpdate();
        } catch (SQLException refused) {
            throw Refused.held(refused) ? beingChanged() : Refused.write("A change", refused);
        }
    }

    private static PreparedStatement bound(Connection connection, String text, List<? extends @Nullable Object> values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            statement.setObject(
                    i + 1, value instanceof Instant at ? LocalDateTime.ofInstant(at, ZoneOffset.UTC) : value);
        }
        return statement;
    }

    /** The ids as they stand in an IN list; they are our own numbers and nobody typed them. */
    static String list(Collection<Long> ids) {
        return String.join(",", ids.stream().map(String::valueOf).toList());
    }

    /** One value for the same complaints in whatever order. */
    static byte[] digest(Collection<Long> complaints) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return digest.digest(list(new TreeSet<>(complaints)).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK lacks SHA-256", e);
        }
    }

    static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable Long key(ResultSet row, int column) throws SQLException {
        long key = row.getLong(column);
        return row.wasNull() ? null : key;
    }

    /** A DATETIME, which is in UTC. */
    static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
