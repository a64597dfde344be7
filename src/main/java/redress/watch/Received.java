package redress.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A complaint that a rule may count.
 *
 * @param id its id
 * @param at when it was received, UTC
 */
record Received(long id, LocalDateTime at) {

    /** Of a row whose first two columns are these. */
    static Received of(ResultSet row) throws SQLException {
        return new Received(row.getLong(1), row.getObject(2, LocalDateTime.class));
    }

    LocalDate day() {
        return at.toLocalDate();
    }
}
