package redress.pattern;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;
import redress.problem.Problem;
import redress.wiring.Repository;

/** Asks the tables of other rooms, many rows at a time. It never writes. */
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

    /** Takes what it wants of the row at which the result stands; it asks nothing else of the database meanwhile. */
    interface Taker {
        void take(ResultSet row) throws SQLException;
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

        /** The query with one more condition: what the reader may see of the complaints called {@code c}. */
        static Query seen(String text, Sight sight, Object... values) {
            Sight.Sql sql = sight.sql("c");
            List<Object> all = new ArrayList<>(List.of(values));
            all.addAll(sql.parameters());
            return new Query(text.replace("{sight}", sql.text()), all);
        }
    }

    /** All rows of the answer. */
    <T> List<T> read(Query query, Reader<T> reader) {
        List<T> found = new ArrayList<>();
        each(query, Length.SHORT, row -> found.add(reader.read(row)));
        return found;
    }

    /** How an answer is taken from the driver. */
    enum Length {
        /** As a whole. */
        SHORT(0),
        /** Row by row, in the driver's word for it: otherwise it holds all of it, at four times its size. */
        LONG(Integer.MIN_VALUE);

        private final int fetch;

        Length(int fetch) {
            this.fetch = fetch;
        }
    }

    /** Gives over each row of an answer. */
    void each(Query query, Length length, Taker taker) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        query.text(), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(length.fetch);
            int at = 1;
            for (Object value : query.values()) {
                statement.setObject(at++, value instanceof LocalDate day ? Date.valueOf(day) : value);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        } catch (SQLException broken) {
            System.getLogger(Tables.class.getName())
                    .log(System.Logger.Level.WARNING, "A dossier query failed, SQL state {0}", broken.getSQLState());
            throw Problem.of(Problem.Kind.UNAVAILABLE, "database-unavailable", "The database does not answer.");
        }
    }

    /** The ids as they stand in an IN list; they are our own numbers and nobody typed them. */
    static String list(Set<Long> ids) {
        return String.join(",", ids.stream().map(String::valueOf).toList());
    }

    static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
