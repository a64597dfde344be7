package redress.pattern;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;
import redress.likeness.Account;
import redress.likeness.Description;
import redress.names.Letters;
import redress.search.SmallWords;
import redress.wiring.Part;

/** Reads complaints as far as they are compared with others, of those that may be seen: one query for each table. */
@Part
class Statements {

    private static final int AT_ONCE = 1_000;
    private static final String COMPLAINTS = "SELECT c.id, c.number, c.received_at, c.narrative, i.began_on,"
            + " i.date_precision, i.hour_of_day, i.place_code, COALESCE(i.latitude, p.latitude),"
            + " COALESCE(i.longitude, p.longitude) FROM complaint c JOIN incident i ON i.id = c.incident_id"
            + " LEFT JOIN place p ON p.code = i.place_code WHERE c.id IN ({ids}) AND {sight}";
    private static final String SUBJECTS = "SELECT c.id, s.officer_id, s.named_as, s.badge_as, s.described_as,"
            + " o.given_name, o.family_name, o.badge FROM complaint c JOIN subject s ON s.complaint_id = c.id"
            + " LEFT JOIN officer o ON o.id = s.officer_id WHERE c.id IN ({ids}) AND {sight} ORDER BY s.id";
    private static final String CATEGORIES = "SELECT c.id, a.category_code FROM complaint c"
            + " JOIN allegation a ON a.complaint_id = c.id WHERE c.id IN ({ids}) AND {sight}";

    private final Tables tables;

    @Inject
    Statements(Tables tables) {
        this.tables = tables;
    }

    private record Told(
            long id, String number, String received, String narrative, Account.Where where, Account.When when) {}

    /** Whom a complaint is about, gathered row by row. */
    private record Accused(
            Set<Long> officers, Set<String> names, Set<String> badges, Set<String> vehicles, Set<String> description) {

        Accused() {
            this(new HashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new HashSet<>());
        }

        /**
         * What somebody told of their looks and their vehicle, without words that say little: nobody believes a link
         * that rests on "with".
         */
        void described(String text) {
            List<String> numbers = Description.vehicles(text);
            vehicles.addAll(numbers);
            Description.words(text, numbers).stream()
                    .filter(word -> !SmallWords.has(word))
                    .forEach(description::add);
        }
    }

    /** The complaints with these ids that may be seen. */
    Map<Long, Statement> read(Collection<Long> ids, Sight sight) {
        Map<Long, Statement> found = new LinkedHashMap<>();
        List<Long> all = ids.stream().sorted().distinct().toList();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            read(new LinkedHashSet<>(all.subList(from, Math.min(all.size(), from + AT_ONCE))), sight, found);
        }
        return found;
    }

    private void read(Set<Long> ids, Sight sight, Map<Long, Statement> into) {
        Map<Long, Accused> accused = new HashMap<>();
        tables.read(query(SUBJECTS, ids, sight), row -> subject(row, accused));
        Map<Long, Set<String>> categories = new HashMap<>();
        tables.read(
                query(CATEGORIES, ids, sight),
                row -> categories
                        .computeIfAbsent(row.getLong(1), id -> new HashSet<>())
                        .add(row.getString(2)));
        for (Told told : tables.read(query(COMPLAINTS, ids, sight), Statements::told)) {
            Accused whom = accused.getOrDefault(told.id(), new Accused());
            Account.Who who = new Account.Who(
                    List.copyOf(whom.names()),
                    List.copyOf(whom.badges()),
                    List.copyOf(whom.vehicles()),
                    whom.description());
            into.put(
                    told.id(),
                    new Statement(
                            told.number(),
                            told.received(),
                            told.narrative(),
                            whom.officers(),
                            new Account(
                                    told.id(),
                                    told.where(),
                                    told.when(),
                                    categories.getOrDefault(told.id(), Set.of()),
                                    who,
                                    Set.copyOf(Letters.words(told.narrative())))));
        }
    }

    private static Tables.Query query(String text, Set<Long> ids, Sight sight) {
        return Tables.Query.seen(text.replace("{ids}", Tables.list(ids)), sight);
    }

    private static Told told(ResultSet row) throws SQLException {
        int hour = row.getInt(7);
        Integer known = row.wasNull() ? null : hour;
        boolean day = "DAY".equals(row.getString(6));
        return new Told(
                row.getLong(1),
                row.getString(2),
                row.getTimestamp(3).toLocalDateTime().toLocalDate().toString(),
                Objects.requireNonNullElse(row.getString(4), ""),
                new Account.Where(row.getString(8), degrees(row, 9), degrees(row, 10)),
                new Account.When(day ? Tables.day(row, 5) : null, known));
    }

    private static @Nullable Double degrees(ResultSet row, int column) throws SQLException {
        double degrees = row.getDouble(column);
        return row.wasNull() ? null : degrees;
    }

    private static boolean subject(ResultSet row, Map<Long, Accused> accused) throws SQLException {
        Accused whom = accused.computeIfAbsent(row.getLong(1), id -> new Accused());
        if (row.getLong(2) != 0) {
            whom.officers().add(row.getLong(2));
        }
        String roster = Objects.requireNonNullElse(row.getString(6), "") + " "
                + Objects.requireNonNullElse(row.getString(7), "");
        said(row.getString(3), roster).forEach(whom.names()::add);
        said(row.getString(4), row.getString(8)).forEach(whom.badges()::add);
        String description = row.getString(5);
        if (description != null) {
            whom.described(description);
        }
        return true;
    }

    private static List<String> said(@Nullable String... values) {
        List<String> said = new ArrayList<>();
        Stream.of(values)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .forEach(said::add);
        return said;
    }
}
