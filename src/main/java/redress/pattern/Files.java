package redress.pattern;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;
import redress.ledger.ActKind;
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

    private static final String LAST_OF = "SELECT MAX(i.began_on) FROM incident i JOIN complaint c"
            + " ON c.incident_id = i.id WHERE i.began_on <= ? AND c.id IN ({ids}) AND {sight}";

    /** So many ids stand in one statement. */
    private static final int AT_ONCE = 5_000;

    private static final String KNOWN =
            "SELECT COALESCE(u.institution_code, i.institution_code, ''), MAX(c.received_at),"
                    + " MAX(c.closed_on) FROM incident i JOIN complaint c ON c.incident_id = i.id"
                    + " LEFT JOIN unit u ON u.id = i.unit_id WHERE {sight}"
                    + " GROUP BY COALESCE(u.institution_code, i.institution_code, '')";

    /** What leaves everything as it is that a dossier reads. What is not known to do so may have changed something. */
    private static final Set<ActKind> IDLE = EnumSet.of(
            ActKind.COMPLAINT_OPENED,
            ActKind.SEARCHED,
            ActKind.EXPORTED,
            ActKind.FIGURES_RELEASED,
            ActKind.SIGNED_IN,
            ActKind.SIGNED_OUT,
            ActKind.VAULT_OPENED,
            ActKind.DOCUMENT_ADDED,
            ActKind.DOCUMENT_OPENED,
            ActKind.DOCUMENT_READ,
            ActKind.WATCH_MADE,
            ActKind.WATCH_RENEWED,
            ActKind.WATCH_ENDED,
            ActKind.FIRING_REVIEWED,
            ActKind.EFFECT_RECORDED,
            ActKind.MESSAGE_RECEIVED,
            ActKind.MESSAGE_SENT,
            ActKind.NOTE_WRITTEN,
            ActKind.LETTER_RECORDED);

    private static final String CHANGING = IDLE.stream()
            .map(kind -> "'" + kind.name() + "'")
            .collect(Collectors.joining(", ", " AND kind NOT IN (", ")"));

    /** Two counts, because the key of the positions serves each of them. */
    private static final String CHANGED = "SELECT (SELECT COUNT(*) FROM act WHERE position > ?" + CHANGING
            + ") + (SELECT COUNT(*) FROM act WHERE position IS NULL" + CHANGING + ")";

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

    /** The last month, up to today, of these complaints as far as they may be seen. */
    Optional<YearMonth> lastMonth(Set<Long> ids, LocalDate today, Sight sight) {
        List<Long> all = List.copyOf(ids);
        List<LocalDate> days = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            Set<Long> some = Set.copyOf(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
            String text = LAST_OF.replace("{ids}", Tables.list(some));
            tables.read(Tables.Query.seen(text, sight, today), row -> Optional.ofNullable(Tables.day(row, 1)))
                    .forEach(day -> day.ifPresent(days::add));
        }
        return days.stream().max(Comparator.naturalOrder()).map(YearMonth::from);
    }

    /** The last position of the ledger, -1 where it is empty. */
    long ledgerEnd() {
        return tables.read(Tables.Query.of("SELECT COALESCE(MAX(position), -1) FROM act"), row -> row.getLong(1))
                .getFirst();
    }

    /** Whether something was done after a position, or has no position yet, that may change a dossier. */
    boolean changedAfter(long position) {
        return tables.read(Tables.Query.of(CHANGED, position), row -> row.getLong(1))
                        .getFirst()
                > 0;
    }

    private static String about(@Nullable String institution) {
        return institution == null ? "1 = 1" : "COALESCE(u.institution_code, i.institution_code) = ?";
    }

    /** Up to which day anything is known of each service, as far as complaints may be seen. */
    Known known(LocalDate today, Sight sight) {
        Map<String, LocalDate> services = new HashMap<>();
        tables.read(
                        Tables.Query.seen(KNOWN, sight),
                        row -> Map.entry(
                                row.getString(1),
                                known(row.getTimestamp(2).toLocalDateTime().toLocalDate(), Tables.day(row, 3), today)))
                .forEach(service -> services.put(service.getKey(), service.getValue()));
        return new Known(services, today);
    }

    private static LocalDate known(LocalDate received, @Nullable LocalDate closed, LocalDate today) {
        LocalDate last = closed != null && closed.isAfter(received) ? closed : received;
        return last.isBefore(today) ? last : today;
    }

    /** Each complaint of the window with each of those whom it accuses. */
    List<Accused> accused(Window window, Sight sight) {
        Same same = new Same();
        List<Filed> filed =
                tables.read(Tables.Query.seen(FILED, sight, window.first(), window.last()), row -> filed(row, same));
        Map<Long, List<Accused>> named = new HashMap<>();
        Map<Long, Filed> byId = new HashMap<>();
        filed.forEach(complaint -> byId.put(complaint.id(), complaint));
        tables.read(Tables.Query.seen(ACCUSED, sight, window.first(), window.last()), row -> accused(row, byId, same))
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
        Same same = new Same();
        return tables.read(
                Tables.Query.seen(ALLEGED, sight, window.first(), window.last()),
                row -> new Alleged(
                        row.getLong(1), row.getLong(2), same.of(row.getString(3)), same.orNone(row.getString(4))));
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

    private static Filed filed(ResultSet row, Same same) throws SQLException {
        int hour = row.getInt(5);
        hour = row.wasNull() ? -1 : hour;
        Filed.Way way = new Filed.Way(
                same.of(row.getString(10)),
                same.of(row.getString(11)),
                same.orNone(row.getString(12)),
                row.getInt(13),
                same.of(row.getTimestamp(14).toLocalDateTime().toLocalDate()),
                same.orNone(Tables.day(row, 15)));
        String unit = row.getString(8) == null ? row.getString(9) : key(row, 7);
        return new Filed(
                row.getLong(1),
                row.getString(2),
                same.of(Objects.requireNonNull(Tables.day(row, 3), "a complaint of the window has a day")),
                same.of(row.getString(4)),
                hour,
                same.orNone(row.getString(6)),
                same.orNone(unit),
                way);
    }

    /** Empty for a complaint that came between two queries. */
    private static Optional<Accused> accused(ResultSet row, Map<Long, Filed> byId, Same same) throws SQLException {
        Filed complaint = byId.get(row.getLong(1));
        if (complaint == null) {
            return Optional.empty();
        }
        String unit = row.getString(5) == null ? complaint.unit() : same.of(key(row, 4));
        return Optional.of(new Accused(complaint, row.getLong(2), row.getLong(3), unit));
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
