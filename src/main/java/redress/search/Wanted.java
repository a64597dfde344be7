package redress.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Of which keys rows are wanted, as a condition of SQL. Complaints that came one after another have keys with hardly
 * any others between them: then a span is asked for, which the database reads and plans for less than a list, and who
 * takes the rows leaves out what he did not want.
 */
final class Wanted {

    /** A shorter list is read as it stands. */
    private static final int FEW = 16;
    /** Of the rows in a span at least one in so many must be wanted. */
    private static final int ONE_OF = 2;

    private final Set<Long> ids;
    private final boolean span;

    private Wanted(Collection<Long> ids, boolean span) {
        this.ids = new HashSet<>(ids);
        this.span = span;
    }

    /** These and no others. */
    static Wanted these(Collection<Long> ids) {
        return new Wanted(ids, false);
    }

    /** These complaints; others that came between them may be read too. */
    static Wanted complaints(Connection connection, Collection<Long> ids) throws SQLException {
        Wanted span = new Wanted(ids, true);
        return ids.size() > FEW && span.within(connection, ONE_OF * ids.size()) ? span : these(ids);
    }

    private boolean within(Connection connection, int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM (SELECT 1 FROM complaint"
                + " WHERE id " + condition() + " LIMIT " + (most + 1) + ") counted")) {
            bind(query, 1);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && rows.getInt(1) <= most;
            }
        }
    }

    /** What stands after the column; its marks are filled by {@link #bind}. */
    String condition() {
        return span ? "BETWEEN ? AND ?" : "IN (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
    }

    /** Fills the marks of one condition from this place on; returns the place after them. */
    int bind(PreparedStatement query, int place) throws SQLException {
        int at = place;
        if (span) {
            query.setLong(at++, Collections.min(ids));
            query.setLong(at++, Collections.max(ids));
            return at;
        }
        for (long id : ids) {
            query.setLong(at++, id);
        }
        return at;
    }

    boolean includes(long id) {
        return ids.contains(id);
    }
}
