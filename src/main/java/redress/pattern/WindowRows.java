package redress.pattern;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;
import redress.wiring.Part;

/**
 * Reads the complaints of a window as far as they may be seen: one query for each table. A window of a large register
 * has hundreds of thousands of rows, so nothing is held of them but what a dossier wants.
 */
@Part
class WindowRows {

    private static final String WINDOW =
            " FROM incident i JOIN complaint c ON c.incident_id = i.id{joins} WHERE i.began_on BETWEEN ? AND ?{only} AND {sight}";
    private static final String FILED =
            "SELECT c.id, c.number, i.began_on, i.date_precision, i.hour_of_day, i.place_code,"
                    + " u.institution_code, u.code, i.institution_code, c.channel, c.stage, c.injury, c.severity,"
                    + " DATE(c.received_at), c.closed_on"
                    + WINDOW.replace("{joins}", " LEFT JOIN unit u ON u.id = i.unit_id");
    private static final String ACCUSED = "SELECT c.id, s.id, s.officer_id, u.institution_code, u.code"
            + WINDOW.replace(
                    "{joins}", " JOIN subject s ON s.complaint_id = c.id LEFT JOIN unit u ON u.id = s.unit_id");
    private static final String ALLEGED = "SELECT c.id, a.subject_id, a.category_code, a.finding"
            + WINDOW.replace("{joins}", " JOIN allegation a ON a.complaint_id = c.id")
            + " ORDER BY c.id, a.id";

    private static final String COUNT = "SELECT COUNT(*)" + WINDOW.replace("{joins}", "");

    /** One for whom it accuses and one for of what. */
    private static final long ROWS_A_COMPLAINT = 2;

    private static final Comparator<Accused> BY_COMPLAINT =
            Comparator.comparingLong((Accused each) -> each.complaint().id()).thenComparingLong(Accused::subject);

    private final Tables tables;

    @Inject
    WindowRows(Tables tables) {
        this.tables = tables;
    }

    /** Which complaints are read. */
    record Which(Window window, Sight sight, Optional<Set<Long>> only) {

        /** All of a window. */
        static Which all(Window window, Sight sight) {
            return new Which(window, sight, Optional.empty());
        }

        /** Of these, those of the window. */
        static Which only(Set<Long> complaints, Window window, Sight sight) {
            return new Which(window, sight, Optional.of(complaints));
        }

        private Tables.Length length() {
            return only.isPresent() ? Tables.Length.SHORT : Tables.Length.LONG;
        }

        private Tables.Query query(String text) {
            String ids = only.map(complaints -> " AND c.id IN (" + Tables.list(complaints) + ")")
                    .orElse("");
            return Tables.Query.seen(text.replace("{only}", ids), sight, window.first(), window.last());
        }
    }

    /** About how many rows there are: a complaint accuses one person of one thing more often than not. */
    long about(Which which) {
        return ROWS_A_COMPLAINT
                * tables.read(which.query(COUNT), row -> row.getLong(1)).getFirst();
    }

    /** Each of the complaints with each of those whom it accuses, in the order of their ids. */
    List<Accused> accused(Which which) {
        Same same = new Same();
        List<Filed> filed = new ArrayList<>();
        tables.each(which.query(FILED), which.length(), row -> filed.add(filed(row, same)));
        filed.sort(Comparator.comparingLong(Filed::id));
        List<Accused> all = new ArrayList<>(filed.size());
        BitSet accusing = new BitSet(filed.size());
        tables.each(which.query(ACCUSED), which.length(), row -> {
            int place = Facts.firstFrom(filed, Filed::id, row.getLong(1));
            // A complaint may have come between the two queries.
            if (place < filed.size() && filed.get(place).id() == row.getLong(1)) {
                accusing.set(place);
                all.add(accused(row, filed.get(place), same));
            }
        });
        for (int place = 0; place < filed.size(); place++) {
            if (!accusing.get(place)) {
                Filed complaint = filed.get(place);
                all.add(new Accused(complaint, 0, 0, complaint.unit()));
            }
        }
        all.sort(BY_COMPLAINT);
        return all;
    }

    /** The allegations of the complaints. */
    List<Alleged> alleged(Which which) {
        Same same = new Same();
        List<Alleged> all = new ArrayList<>();
        tables.each(
                which.query(ALLEGED),
                which.length(),
                row -> all.add(new Alleged(
                        row.getLong(1), row.getLong(2), same.of(row.getString(3)), same.orNone(row.getString(4)))));
        return all;
    }

    private static Filed filed(ResultSet row, Same same) throws SQLException {
        int hour = row.getInt(5);
        hour = row.wasNull() ? -1 : hour;
        Filed.Way way = new Filed.Way(
                same.of(row.getString(10)),
                same.of(row.getString(11)),
                same.orNone(row.getString(12)),
                row.getInt(13),
                same.of(day(row, 14)),
                same.orNone(Tables.day(row, 15)));
        String unit = row.getString(8) == null ? row.getString(9) : key(row, 7);
        return new Filed(
                row.getLong(1),
                row.getString(2),
                same.of(day(row, 3)),
                same.of(row.getString(4)),
                hour,
                same.orNone(row.getString(6)),
                same.orNone(unit),
                way);
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(Tables.day(row, column), "a complaint of the window has a day");
    }

    private static Accused accused(ResultSet row, Filed complaint, Same same) throws SQLException {
        String unit = row.getString(5) == null ? complaint.unit() : same.of(key(row, 4));
        return new Accused(complaint, row.getLong(2), row.getLong(3), unit);
    }

    private static String key(ResultSet row, int column) throws SQLException {
        return row.getString(column) + "/" + row.getString(column + 1);
    }

    /** One object for what is equal: a few codes, units and days stand in hundreds of thousands of rows. */
    private static final class Same {

        private final Map<Object, Object> known = new HashMap<>();

        @SuppressWarnings("unchecked") // equal objects of these types are of one type
        <T> T of(T value) {
            return (T) known.computeIfAbsent(value, same -> same);
        }

        <T> @Nullable T orNone(@Nullable T value) {
            return value == null ? null : of(value);
        }
    }
}
