package redress.lineup;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;
import redress.complaint.Incident;
import redress.likeness.Account;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.time.Span;
import redress.wiring.Part;

/**
 * Reads the complaints that accuse somebody whom nobody could name, as far as the reader may see them: one query for
 * each table. A complaint of whose accused each is named or known is not among them.
 */
@Part
class Tellings {

    private static final int MOST_MEMBERS = 200;
    private static final int FIRST_YEAR = 1900;
    private static final String OPEN = "s.officer_id IS NULL AND (s.named_as IS NULL OR s.named_as = '')";
    private static final String FROM = " FROM complaint c JOIN incident i ON i.id = c.incident_id"
            + " LEFT JOIN place p ON p.code = i.place_code WHERE ";
    private static final String ACCUSES =
            " AND EXISTS (SELECT 1 FROM subject s WHERE s.complaint_id = c.id AND " + OPEN + ") AND {sight}";
    /** Whether any of the days that the date may mean lies in the window; {@link #days} has the values. */
    private static final String IN_WINDOW = "(i.began_on BETWEEN ? AND ?"
            + " OR i.date_precision = 'YEAR' AND i.began_on BETWEEN ? AND ?"
            + " OR i.date_precision = 'ABOUT' AND i.began_on BETWEEN ? AND ?)" + ACCUSES;

    private static final String ROWS =
            "SELECT c.id, c.number, i.began_on, i.date_precision, i.hour_of_day, i.place_code,"
                    + " p.name, COALESCE(i.latitude, p.latitude), COALESCE(i.longitude, p.longitude), c.narrative";
    private static final String STATE =
            "SELECT COUNT(*), COALESCE(SUM(CRC32(CONCAT(c.id, '/', c.version))), 0)" + FROM + IN_WINDOW;

    private final Tables tables;

    @Inject
    Tellings(Tables tables) {
        this.tables = tables;
    }

    /**
     * The complaints of a window.
     *
     * @param told each complaint by its key, the newest first
     * @param accounts the same as they are compared
     * @param categories the labels of all categories by their codes; empty where nothing is compared
     * @param cut whether there were more than are looked at
     */
    record Read(Map<Long, Telling> told, List<Account> accounts, Map<String, String> categories, boolean cut) {}

    private record Row(Telling told, String narrative) {}

    /** How the complaints of a window stand: another answer, if any of them was changed or there are others. */
    record State(long count, long versions) {}

    State state(LocalDate from, LocalDate to, Sight sight) {
        return tables.read(
                        Tables.Query.seen(STATE, sight, days(from, to)),
                        row -> new State(row.getLong(1), row.getLong(2)))
                .getFirst();
    }

    /** The dates of a window of whole months, for {@link #IN_WINDOW}: of a day or month, of a year, and near a day. */
    private static Object[] days(LocalDate from, LocalDate to) {
        return new Object[] {
            from,
            to,
            from.withDayOfYear(1),
            to.withDayOfYear(to.lengthOfYear()),
            from.minusDays(Span.NEAR),
            to.plusDays(Span.NEAR)
        };
    }

    /** How many such complaints can be seen of which nobody knows the date: they lie in no window. */
    int undated(Sight sight) {
        return tables.read(
                        Tables.Query.seen("SELECT COUNT(*)" + FROM + "i.began_on IS NULL" + ACCUSES, sight),
                        row -> row.getInt(1))
                .getFirst();
    }

    /** The last month, up to today, of which such a complaint can be seen. */
    Optional<YearMonth> lastMonth(LocalDate today, Sight sight) {
        return tables
                .read(
                        Tables.Query.seen(
                                "SELECT MAX(i.began_on)" + FROM + "i.began_on BETWEEN ? AND ?" + ACCUSES,
                                sight,
                                LocalDate.of(FIRST_YEAR, 1, 1),
                                today),
                        row -> Optional.ofNullable(Tables.day(row, 1)))
                .stream()
                .flatMap(Optional::stream)
                .map(YearMonth::from)
                .findFirst();
    }

    /** The newest complaints of a window of whole months by the date of the incident. */
    Read of(LocalDate from, LocalDate to, Sight sight, int most) {
        List<Row> rows = tables.read(
                Tables.Query.seen(
                        ROWS + FROM + IN_WINDOW + " ORDER BY i.began_on DESC, c.id DESC LIMIT " + (most + 1),
                        sight,
                        days(from, to)),
                Tellings::row);
        boolean cut = rows.size() > most;
        return read(cut ? rows.subList(0, most) : rows, labels(), cut);
    }

    /** Those of these numbers that the reader may see, whoever they accuse. */
    Read numbered(Collection<String> numbers, Sight sight) {
        if (numbers.isEmpty()) {
            return read(List.of(), Map.of(), false);
        }
        return read(
                tables.read(
                        Tables.Query.seen(
                                ROWS + FROM + "c.number IN (" + marks(numbers)
                                        + ") AND {sight} ORDER BY i.began_on, c.id",
                                sight,
                                numbers.toArray()),
                        Tellings::row),
                Map.of(),
                false);
    }

    /**
     * All of these complaints or none: who may not see one of them learns nothing of the others either.
     *
     * @throws Problem not found where one is not to be seen, invalid where there are too many
     */
    Read require(Collection<String> numbers, Sight sight) {
        Set<String> asked = new HashSet<>(numbers);
        if (asked.size() > MOST_MEMBERS) {
            throw Problem.invalid(List.of(new FieldError("member", "lineup.fault.members.many")));
        }
        Read read = numbered(asked, sight);
        if (read.told().size() != asked.size()) {
            throw Problem.notFound();
        }
        return read;
    }

    /**
     * As {@link #require}, and nobody else says anything of these complaints together until this transaction ends: who
     * comes second reads what the first one said. They are held in the order of their keys, so that two who hold some
     * of the same do not wait for each other.
     *
     * @throws Problem as {@link #require}, and conflict where somebody else, an import for one, holds them for too long
     */
    Read hold(Collection<String> numbers, Sight sight) {
        each(
                "SELECT id FROM complaint WHERE id IN (%s) ORDER BY id FOR UPDATE",
                require(numbers, sight).told().keySet(), row -> row.getLong(1));
        return require(numbers, sight);
    }

    /** Those of these complaints of which it is known which officers all are that they accuse. */
    Set<String> known(Collection<String> numbers, Sight sight) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        String text = "SELECT c.number FROM complaint c JOIN subject s ON s.complaint_id = c.id WHERE c.number IN ("
                + marks(numbers) + ") AND {sight} GROUP BY c.number HAVING COUNT(*) = COUNT(s.officer_id)";
        return Set.copyOf(tables.read(Tables.Query.seen(text, sight, numbers.toArray()), row -> row.getString(1)));
    }

    /**
     * Refuses those that are {@link #known}: they are about nobody unknown, though they may have been when looked at.
     */
    void requireUnknown(Collection<String> numbers, Sight sight) {
        if (!known(numbers, sight).isEmpty()) {
            throw Problem.invalid(List.of(new FieldError("member", "lineup.fault.members.known")));
        }
    }

    private static String marks(Collection<String> numbers) {
        return String.join(",", numbers.stream().map(number -> "?").toList());
    }

    private Read read(List<Row> rows, Map<String, String> labels, boolean cut) {
        Map<Long, Telling> told = new LinkedHashMap<>();
        rows.forEach(row -> told.put(row.told().id(), row.told()));
        Map<Long, List<String>> badges = subjects(told);
        Map<Long, Set<String>> categories = categories(told.keySet());
        List<Account> accounts = new ArrayList<>();
        for (Row row : rows) {
            long id = row.told().id();
            accounts.add(row.told()
                    .account(
                            categories.getOrDefault(id, Set.of()),
                            badges.getOrDefault(id, List.of()),
                            row.narrative()));
        }
        return new Read(told, accounts, labels, cut);
    }

    /** Puts what was told of the accused to each complaint; the badges are given back. */
    private Map<Long, List<String>> subjects(Map<Long, Telling> told) {
        Map<Long, List<String>> badges = new HashMap<>();
        each(
                "SELECT s.complaint_id, s.badge_as, s.described_as FROM subject s WHERE " + OPEN
                        + " AND s.complaint_id IN (%s) ORDER BY s.id",
                told.keySet(),
                row -> {
                    long id = row.getLong(1);
                    if (row.getString(2) != null) {
                        badges.computeIfAbsent(id, key -> new ArrayList<>()).add(row.getString(2));
                    }
                    if (row.getString(3) != null) {
                        Objects.requireNonNull(told.get(id), "only subjects of these were asked for")
                                .looks()
                                .add(row.getString(3));
                    }
                    return id;
                });
        return badges;
    }

    private Map<Long, Set<String>> categories(Set<Long> ids) {
        Map<Long, Set<String>> categories = new HashMap<>();
        each(
                "SELECT complaint_id, category_code FROM allegation WHERE complaint_id IN (%s)",
                ids,
                row -> categories
                        .computeIfAbsent(row.getLong(1), id -> new HashSet<>())
                        .add(row.getString(2)));
        return categories;
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        tables.read(
                        Tables.Query.of("SELECT code, label FROM category"),
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(label -> labels.put(label.getKey(), label.getValue()));
        return labels;
    }

    private <T> void each(String sql, Set<Long> ids, Tables.Reader<T> reader) {
        if (!ids.isEmpty()) {
            tables.read(Tables.Query.of(sql.formatted(Tables.list(ids))), reader);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        int hour = row.getInt(5);
        Integer told = row.wasNull() ? null : hour;
        Telling telling = new Telling(
                row.getLong(1),
                row.getString(2),
                new Telling.When(Tables.day(row, 3), Incident.Precision.valueOf(row.getString(4)), told),
                new Telling.Where(row.getString(6), row.getString(7), degrees(row, 8), degrees(row, 9)),
                new LinkedHashSet<>());
        return new Row(telling, Objects.requireNonNullElse(row.getString(10), ""));
    }

    private static @Nullable Double degrees(ResultSet row, int column) throws SQLException {
        double degrees = row.getDouble(column);
        return row.wasNull() ? null : degrees;
    }
}
