package redress.pattern;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redress.time.Ids;
import redress.time.Span;
import redress.wiring.Part;

/** Reads what dossiers are about: institutions with their units, places, officers and where they served. */
@Part
class Roster {

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    private static final LocalDate STILL = LocalDate.of(9999, 12, 31);
    private static final String OFFICER =
            "SELECT o.id, o.institution_code, o.given_name, o.family_name, o.service_key FROM officer o WHERE ";
    private static final String POSTING = "SELECT p.officer_id, u.institution_code, u.code, p.from_on, p.to_on"
            + " FROM posting p JOIN unit u ON u.id = p.unit_id"
            + " WHERE (p.from_on IS NULL OR p.from_on <= ?) AND (p.to_on IS NULL OR p.to_on >= ?)";

    /** An id as a plain number, which never has as many digits as one for people has signs. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}|\\d{14,18}|[1-8]\\d{18}");

    private final Tables tables;

    @Inject
    Roster(Tables tables) {
        this.tables = tables;
    }

    /** All institutions and units. */
    Tree units() {
        List<Node> nodes = new ArrayList<>(tables.read(
                Tables.Query.of("SELECT code, name, kind FROM institution ORDER BY code"),
                row -> new Node(row.getString(1), null, row.getString(2), row.getString(3))));
        nodes.addAll(tables.read(
                Tables.Query.of("SELECT u.institution_code, u.code, u.name, u.kind, p.institution_code, p.code"
                        + " FROM unit u LEFT JOIN unit p ON p.id = u.parent_id ORDER BY u.institution_code, u.code"),
                row -> new Node(
                        row.getString(1) + "/" + row.getString(2),
                        row.getString(5) == null ? row.getString(1) : row.getString(5) + "/" + row.getString(6),
                        row.getString(3),
                        row.getString(4))));
        return new Tree(nodes);
    }

    /** All places; their kind is their level. */
    Tree places() {
        return new Tree(tables.read(
                Tables.Query.of("SELECT code, parent_code, name, level FROM place ORDER BY code"),
                row -> new Node(row.getString(1), row.getString(2), row.getString(3), row.getString(4))));
    }

    /** Where places lie, of which it is known. */
    Map<String, Spot> spots() {
        Map<String, Spot> spots = new TreeMap<>();
        tables.read(
                        Tables.Query.of("SELECT code, latitude, longitude FROM place"
                                + " WHERE latitude IS NOT NULL AND longitude IS NOT NULL"),
                        row -> Map.entry(row.getString(1), new Spot(row.getDouble(2), row.getDouble(3))))
                .forEach(spot -> spots.put(spot.getKey(), spot.getValue()));
        return spots;
    }

    /** The officer with this id, as people see it or as the search counts it, or with this institution/service key. */
    Optional<Officer> officer(String text) {
        OptionalLong id = NUMBER.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : Ids.find(text);
        int slash = text.indexOf('/');
        if (slash < 0) {
            return id.isEmpty()
                    ? Optional.empty()
                    : officers("o.id = ?", id.getAsLong()).stream().findFirst();
        }
        return officers(
                        "o.institution_code = ? AND o.service_key = ?",
                        text.substring(0, slash),
                        text.substring(slash + 1))
                .stream()
                .findFirst();
    }

    /** All officers of an institution. */
    List<Officer> officersOf(String institution) {
        return officers("o.institution_code = ?", institution);
    }

    /** The names of these officers. */
    Map<Long, String> names(Set<Long> ids) {
        Map<Long, String> names = new TreeMap<>();
        if (!ids.isEmpty()) {
            officers("o.id IN (" + Tables.list(ids) + ")").forEach(officer -> names.put(officer.id(), officer.name()));
        }
        return names;
    }

    private List<Officer> officers(String condition, Object... values) {
        return tables.read(
                Tables.Query.of(OFFICER + condition + " ORDER BY o.id", values),
                row -> new Officer(
                        row.getLong(1), row.getString(2), name(row.getString(3), row.getString(4), row.getString(5))));
    }

    private static String name(@Nullable String given, @Nullable String family, String key) {
        String name = (Objects.requireNonNullElse(given, "") + " " + Objects.requireNonNullElse(family, "")).strip();
        return name.isEmpty() ? key : name + " (" + key + ")";
    }

    /** Who served where in the window, each posting from its beginning to its end. */
    List<Posting> postings(Window window) {
        return served(window.first(), window.last(), "");
    }

    /**
     * Who commanded what in the window or so near it that an incident of a day near, within it, may have been then;
     * each command from its beginning to its end.
     */
    List<Posting> commands(Window window) {
        return served(
                window.first().minusDays(Span.NEAR), window.last().plusDays(Span.NEAR), " AND p.role = 'COMMANDER'");
    }

    /** Where an officer served, or only what they commanded, the latest first. */
    List<TimeServed> service(long officer, boolean commanded) {
        return tables.read(
                Tables.Query.of(
                        "SELECT CONCAT(u.institution_code, '/', u.code), u.name, p.from_on, p.to_on FROM posting p"
                                + " JOIN unit u ON u.id = p.unit_id WHERE p.officer_id = ?"
                                + (commanded ? " AND p.role = 'COMMANDER'" : "")
                                + " ORDER BY p.from_on IS NULL, p.from_on DESC, u.institution_code, u.code, p.id",
                        officer),
                row -> new TimeServed(row.getString(1), row.getString(2), text(row, 3), text(row, 4)));
    }

    private static @Nullable String text(ResultSet row, int column) throws SQLException {
        LocalDate day = Tables.day(row, column);
        return day == null ? null : day.toString();
    }

    /** The last day of an officer's last command; empty without a command, or where nobody knows an end of it. */
    Optional<LocalDate> lastCommand(long officer) {
        return tables
                .read(
                        Tables.Query.of(
                                "SELECT MAX(COALESCE(to_on, ?)) FROM posting WHERE officer_id = ? AND role = 'COMMANDER'",
                                STILL,
                                officer),
                        row -> Optional.ofNullable(Tables.day(row, 1)))
                .stream()
                .flatMap(Optional::stream)
                .filter(STILL::isAfter)
                .findFirst();
    }

    private List<Posting> served(LocalDate first, LocalDate last, String condition) {
        return tables.read(
                Tables.Query.of(POSTING + condition, last, first),
                row -> new Posting(
                        row.getLong(1),
                        row.getString(2) + "/" + row.getString(3),
                        Objects.requireNonNullElse(Tables.day(row, 4), ALWAYS),
                        Objects.requireNonNullElse(Tables.day(row, 5), STILL)));
    }
}
