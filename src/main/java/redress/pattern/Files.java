package redress.pattern;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;
import redress.wiring.Part;

/** Reads the complaints of a window as far as they may be seen: one query for each table. */
@Part
class Files {

    private static final String WINDOW =
            " FROM incident i JOIN complaint c ON c.incident_id = i.id{joins} WHERE i.began_on BETWEEN ? AND ? AND {sight}";
    private static final String FILED =
            "SELECT c.id, c.number, i.began_on, i.date_precision, i.hour_of_day, i.place_code,"
                    + " u.institution_code, u.code, i.institution_code, c.channel, c.stage, c.injury, c.severity, c.received_at,"
                    + " c.closed_on"
                    + WINDOW.replace("{joins}", " LEFT JOIN unit u ON u.id = i.unit_id")
                    + " ORDER BY c.id";
    private static final String ACCUSED = "SELECT c.id, s.id, s.officer_id, u.institution_code, u.code"
            + WINDOW.replace("{joins}", " JOIN subject s ON s.complaint_id = c.id LEFT JOIN unit u ON u.id = s.unit_id")
            + " ORDER BY c.id, s.id";
    private static final String ALLEGED = "SELECT c.id, a.subject_id, a.category_code, a.finding"
            + WINDOW.replace("{joins}", " JOIN allegation a ON a.complaint_id = c.id")
            + " ORDER BY c.id, a.id";
    private static final String LAST = "SELECT MAX(i.began_on) FROM incident i JOIN complaint c ON c.incident_id = i.id"
            + " LEFT JOIN unit u ON u.id = i.unit_id WHERE i.began_on <= ? AND {institution} AND {sight}";

    private static final String KNOWN = "SELECT MAX(c.received_at), MAX(c.closed_on) FROM incident i"
            + " JOIN complaint c ON c.incident_id = i.id LEFT JOIN unit u ON u.id = i.unit_id"
            + " WHERE {institution} AND {sight}";

    private final Tables tables;

    @Inject
    Files(Tables tables) {
        this.tables = tables;
    }

    /**
     * The last month, up to today, of which complaints about the institution can be seen; about any where it is null.
     */
    Optional<YearMonth> lastMonth(@Nullable String institution, LocalDate today, Sight sight) {
        String text = LAST.replace("{institution}", about(institution));
        Tables.Query query = institution == null
                ? Tables.Query.seen(text, sight, today)
                : Tables.Query.seen(text, sight, today, institution);
        return tables.read(query, row -> Optional.ofNullable(Tables.day(row, 1))).stream()
                .flatMap(Optional::stream)
                .map(YearMonth::from)
                .findFirst();
    }

    private static String about(@Nullable String institution) {
        return institution == null ? "1 = 1" : "COALESCE(u.institution_code, i.institution_code) = ?";
    }

    /**
     * The last day, up to today, on which a complaint about the institution came in or was closed: in a register that
     * was imported nothing is known of later days.
     */
    LocalDate knownUntil(@Nullable String institution, LocalDate today, Sight sight) {
        String text = KNOWN.replace("{institution}", about(institution));
        Tables.Query query =
                institution == null ? Tables.Query.seen(text, sight) : Tables.Query.seen(text, sight, institution);
        return tables.read(query, row -> Stream.of(received(row), Optional.ofNullable(Tables.day(row, 2)))).stream()
                .flatMap(days -> days)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .filter(day -> day.isBefore(today))
                .orElse(today);
    }

    private static Optional<LocalDate> received(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(1))
                .map(time -> time.toLocalDateTime().toLocalDate());
    }

    /** Each complaint of the window with each of those whom it accuses. */
    List<Accused> accused(Window window, Sight sight) {
        List<Filed> filed = tables.read(Tables.Query.seen(FILED, sight, window.first(), window.last()), Files::filed);
        Map<Long, List<Accused>> named = new HashMap<>();
        Map<Long, Filed> byId = new HashMap<>();
        filed.forEach(complaint -> byId.put(complaint.id(), complaint));
        tables.read(Tables.Query.seen(ACCUSED, sight, window.first(), window.last()), row -> accused(row, byId))
                .forEach(accused -> accused.ifPresent(
                        one -> named.computeIfAbsent(one.complaint().id(), id -> new ArrayList<>(1))
                                .add(one)));
        List<Accused> all = new ArrayList<>();
        filed.forEach(complaint -> all.addAll(
                named.getOrDefault(complaint.id(), List.of(new Accused(complaint, 0, 0, complaint.unit())))));
        return all;
    }

    /** The allegations of the window. */
    List<Alleged> alleged(Window window, Sight sight) {
        return tables.read(
                Tables.Query.seen(ALLEGED, sight, window.first(), window.last()),
                row -> new Alleged(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)));
    }

    /** The labels of all categories. */
    Map<String, String> categories() {
        Map<String, String> labels = new HashMap<>();
        tables.read(
                        Tables.Query.of("SELECT code, label FROM category"),
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(label -> labels.put(label.getKey(), label.getValue()));
        return labels;
    }

    private static Filed filed(ResultSet row) throws SQLException {
        int hour = row.getInt(5);
        hour = row.wasNull() ? -1 : hour;
        Filed.Way way = new Filed.Way(
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getInt(13),
                row.getTimestamp(14).toLocalDateTime().toLocalDate(),
                Tables.day(row, 15));
        String unit = row.getString(8) == null ? row.getString(9) : key(row, 7);
        return new Filed(
                row.getLong(1),
                row.getString(2),
                Objects.requireNonNull(Tables.day(row, 3), "a complaint of the window has a day"),
                row.getString(4).equals("DAY"),
                hour,
                row.getString(6),
                unit,
                way);
    }

    /** Empty for a complaint that came between two queries. */
    private static Optional<Accused> accused(ResultSet row, Map<Long, Filed> byId) throws SQLException {
        Filed complaint = byId.get(row.getLong(1));
        if (complaint == null) {
            return Optional.empty();
        }
        String unit = row.getString(5) == null ? complaint.unit() : key(row, 4);
        return Optional.of(new Accused(complaint, row.getLong(2), row.getLong(3), unit));
    }

    private static String key(ResultSet row, int column) throws SQLException {
        return row.getString(column) + "/" + row.getString(column + 1);
    }
}
