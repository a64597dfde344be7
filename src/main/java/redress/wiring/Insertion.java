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
    private final String[] columns;
    private final boolean[] told;
    private final List<@Nullable Object> values = new ArrayList<>();

    private Insertion(String start, String... columns) {
        this.start = start;
        this.columns = columns.clone();
        this.told = new boolean[columns.length];
    }

    /** Rows whose keys nobody else has. */
    public static Insertion into(String table, String... columns) {
        return new Insertion("INSERT INTO " + table, columns);
    }

    /** Rows that are left out where their key is taken. */
    public static Insertion whereFree(String table, String... columns) {
        return new Insertion("INSERT IGNORE INTO " + table, columns);
    }

    /** One more row; as many values as there are columns, in their order. */
    public Insertion row(@Nullable Object... row) {
        if (row.length != columns.length) {
            throw new IllegalArgumentException(row.length + " values for " + columns.length + " columns");
        }
        for (int i = 0; i < row.length; i++) {
            values.add(bound(row[i]));
            told[i] |= row[i] != null;
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
     * Sends the rows, if there are any. A column that is NULL in all of them is left out, since there are many of that
     * kind and each value costs: so a column that may be NULL must have no other default.
     *
     * @return how many were written
     * @throws PersistenceException where the database refuses one, with its state and without any value; the caller's
     *     transaction is lost
     */
    public int send(DataSource database) {
        return send(database, List.of(this));
    }

    /** Sends several in their order, over one connection, as {@link #send(DataSource)} does. */
    public static int send(DataSource database, List<Insertion> insertions) {
        List<Insertion> filled = insertions.stream()
                .filter(insertion -> !insertion.values.isEmpty())
                .toList();
        if (filled.isEmpty()) {
            return 0;
        }
        try (Connection connection = database.getConnection()) {
            int written = 0;
            for (Insertion insertion : filled) {
                written += insertion.send(connection);
            }
            return written;
        } catch (SQLException refused) {
            throw Refused.write("An insertion", refused);
        }
    }

    private int send(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text(values.size() / columns.length))) {
            int place = 1;
            for (int i = 0; i < values.size(); i++) {
                if (told[i % columns.length]) {
                    bind(statement, place++, values.get(i));
                }
            }
            return statement.executeUpdate();
        }
    }

    private String text(int rows) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            if (told[i]) {
                names.add(columns[i]);
            }
        }
        String row = "(?" + ",?".repeat(names.size() - 1) + ")";
        return start + " (" + String.join(", ", names) + ") VALUES " + row + ("," + row).repeat(rows - 1);
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
