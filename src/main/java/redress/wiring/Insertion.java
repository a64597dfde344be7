package redress.wiring;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * New rows of one table, sent in one statement and in the caller's transaction. For what is written so often that the
 * work of the persistence provider would cost more than that of the database. Values are bound, never part of the text;
 * instants are written in UTC, enum constants by name.
 */
public final class Insertion {

    private final String start;
    private final int columns;
    private final List<@Nullable Object> values = new ArrayList<>();

    private Insertion(String start, int columns) {
        this.start = start;
        this.columns = columns;
    }

    /** Rows whose keys nobody else has. */
    public static Insertion into(String table, String... columns) {
        return new Insertion("INSERT INTO " + named(table, columns), columns.length);
    }

    /** Rows that are left out where their key is taken. */
    public static Insertion whereFree(String table, String... columns) {
        return new Insertion("INSERT IGNORE INTO " + named(table, columns), columns.length);
    }

    private static String named(String table, String... columns) {
        return table + " (" + String.join(", ", columns) + ") VALUES ";
    }

    /** One more row; as many values as there are columns, in their order. */
    public Insertion row(@Nullable Object... row) {
        if (row.length != columns) {
            throw new IllegalArgumentException(row.length + " values for " + columns + " columns");
        }
        for (Object value : row) {
            values.add(bound(value));
        }
        return this;
    }

    private static @Nullable Object bound(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant at -> LocalDateTime.ofInstant(at, ZoneOffset.UTC);
            case Enum<?> word -> word.name();
            default -> value;
        };
    }

    /**
     * Sends the rows, if there are any.
     *
     * @return how many were written
     * @throws PersistenceException where the database refuses one, with its state and without any value; the caller's
     *     transaction is lost
     */
    public int send(DataSource database) {
        int rows = values.size() / columns;
        if (rows == 0) {
            return 0;
        }
        String row = "(?" + ", ?".repeat(columns - 1) + ")";
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(start + row + (", " + row).repeat(rows - 1))) {
            for (int i = 0; i < values.size(); i++) {
                bind(statement, i + 1, values.get(i));
            }
            return statement.executeUpdate();
        } catch (SQLException refused) {
            throw new PersistenceException("Rows were refused, SQL state " + refused.getSQLState());
        }
    }

    /** By the value's own kind, which spares the driver to find it out. */
    private static void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, Types.NULL);
            case String text -> statement.setString(place, text);
            case Long number -> statement.setLong(place, number);
            case Integer number -> statement.setInt(place, number);
            case byte[] bytes -> statement.setBytes(place, bytes);
            default -> statement.setObject(place, value);
        }
    }
}
