package redress.lineup;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import redress.names.NameBook;
import redress.wiring.Part;

/**
 * The officers and where they served. The book of their names is made when it is first asked for and again when an
 * import or a new officer has changed the roster; a correction by hand to a name that is known already is seen after
 * the next of these.
 */
@Part
class Roster {

    private static final String OFFICERS = "SELECT o.id, o.institution_code, i.name, o.service_key, o.given_name,"
            + " o.family_name, o.badge, o.grade FROM officer o JOIN institution i ON i.code = o.institution_code ";
    private static final String STATE =
            "SELECT (SELECT COUNT(*) FROM officer), (SELECT MAX(id) FROM officer), (SELECT MAX(id) FROM import_batch)";
    private static final String POSTINGS = "SELECT p.officer_id, u.id, u.institution_code, u.code, u.name, p.from_on,"
            + " p.to_on FROM posting p JOIN unit u ON u.id = p.unit_id WHERE p.officer_id IN (%s)"
            + " ORDER BY p.officer_id, p.from_on, p.id";

    private final Tables tables;
    private final NameBook names;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Made made;

    @Inject
    Roster(Tables tables, NameBook names) {
        this.tables = tables;
        this.names = names;
    }

    /** How the roster stood when its book was made. */
    private record State(long count, long last, long batch) {}

    private record Made(State state, OfficerBook book) {}

    /**
     * A time that somebody served in a unit.
     *
     * @param unit the key of the unit
     * @param code the unit as institution/code
     * @param name its name
     * @param from the first day, or null for the earliest
     * @param to the last day, included, or null while it lasts
     */
    record Posting(
            long unit,
            String code,
            String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** The book of all officers as they are now. */
    OfficerBook book() {
        State state = tables.read(
                        Tables.Query.of(STATE), row -> new State(row.getLong(1), row.getLong(2), row.getLong(3)))
                .getFirst();
        Made known = made;
        if (known != null && known.state().equals(state)) {
            return known.book();
        }
        if (known != null && !making.tryLock()) {
            // Somebody makes the new book; a name that came a moment ago can wait, whoever asks need not.
            return known.book();
        }
        if (known == null) {
            making.lock();
        }
        try {
            known = made;
            if (known == null || !known.state().equals(state)) {
                known = new Made(state, new OfficerBook(officers("ORDER BY o.id"), names));
                made = known;
            }
            return known.book();
        } finally {
            making.unlock();
        }
    }

    /** The officer with this key. */
    Optional<Officer> officer(long id) {
        return officers("WHERE o.id = ?", id).stream().findFirst();
    }

    /** Where these officers served, each in the order of time. */
    Map<Long, List<Posting>> postings(Collection<Long> officers) {
        Map<Long, List<Posting>> postings = new HashMap<>();
        if (!officers.isEmpty()) {
            tables.read(Tables.Query.of(POSTINGS.formatted(Tables.list(officers))), row -> {
                postings.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(posting(row));
                return row.getLong(1);
            });
        }
        return postings;
    }

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                row.getLong(2),
                row.getString(3) + "/" + row.getString(4),
                row.getString(5),
                Tables.day(row, 6),
                Tables.day(row, 7));
    }

    private List<Officer> officers(String condition, Object... values) {
        return tables.read(
                Tables.Query.of(OFFICERS + condition, values),
                row -> new Officer(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        (Objects.requireNonNullElse(row.getString(5), "") + " "
                                        + Objects.requireNonNullElse(row.getString(6), ""))
                                .strip(),
                        row.getString(7),
                        row.getString(8)));
    }
}
