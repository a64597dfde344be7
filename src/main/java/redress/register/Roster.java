package redress.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.time.Span;

/**
 * Who and what the rows refer to: units and categories whole, officers as they are asked for, at most
 * {@value #OFFICERS} of them at a time. Officers are looked up for a whole batch with one query.
 */
final class Roster {

    /** The compartment of what nothing seals. */
    static final String OPEN = "open";

    private static final int OFFICERS = 100_000;

    /** A unit that is known. */
    record Unit(long id, byte @Nullable [] digest) {}

    /**
     * A category that is known.
     *
     * @param compartment where its complaints belong; {@value Roster#OPEN} for those of a register
     * @param listed its place in the profile's list
     */
    record Category(
            String group,
            String label,
            @Nullable String iccs,
            int severity,
            boolean mustRefer,
            String compartment,
            int listed) {

        /** One that a register brings: it seals nothing. */
        static Category ofRegister(String group, String label, @Nullable String iccs, int severity, boolean mustRefer) {
            return new Category(group, label, iccs, severity, mustRefer, OPEN, 0);
        }
    }

    /** An officer who is known, with the postings, latest beginning first. */
    record Officer(long id, byte @Nullable [] digest, List<Posting> postings) {

        /**
         * The unit of the posting then: of several the one that began last, then the one that lasted longest. Null
         * where it may have been another unit on some of the days.
         */
        @Nullable
        Long unitAt(Span then) {
            List<Optional<Long>> units =
                    then.days().map(this::unitOn).distinct().limit(2).toList();
            return units.size() == 1 ? units.getFirst().orElse(null) : null;
        }

        private Optional<Long> unitOn(LocalDate day) {
            Span then = new Span(day, day);
            return postings.stream()
                    .filter(posting -> then.liesIn(posting.from, posting.to))
                    .map(Posting::unit)
                    .findFirst();
        }
    }

    /** Where an officer served, from and to included. */
    record Posting(
            long unit,
            String code,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        /** The one that began last; of those the one that lasted longest; of those the first by the unit's code. */
        static final Comparator<Posting> LATEST = Comparator.comparing(
                        (Posting posting) -> posting.from == null ? LocalDate.MIN : posting.from)
                .thenComparing(posting -> posting.to == null ? LocalDate.MAX : posting.to)
                .reversed()
                .thenComparing(Posting::code);
    }

    private final Connection connection;
    private final boolean dryRun;
    private final Map<String, Unit> units = new HashMap<>();
    private final Map<Long, String> codes = new HashMap<>();
    private final Map<String, Category> categories = new HashMap<>();
    private final Map<String, Officer> officers = new LinkedHashMap<>(1024, 0.75f, true);

    Roster(Connection connection, Mapping mapping, boolean dryRun) throws SQLException {
        this.connection = connection;
        this.dryRun = dryRun;
        List<String> codes =
                mapping.institutions().stream().map(Mapping.Institution::code).toList();
        query(
                "SELECT institution_code, code, id, row_digest FROM unit WHERE institution_code IN ",
                codes,
                found -> put(
                        key(found.getString(1), found.getString(2)), new Unit(found.getLong(3), found.getBytes(4))));
        query(
                "SELECT code, group_name, label, iccs, severity, must_refer, compartment, listed FROM category"
                        + " WHERE COALESCE(register, '') IN ",
                List.of(mapping.profileCategories() ? "" : mapping.register()),
                found -> categories.put(
                        found.getString(1),
                        new Category(
                                found.getString(2),
                                found.getString(3),
                                found.getString(4),
                                found.getInt(5),
                                found.getBoolean(6),
                                found.getString(7),
                                found.getInt(8))));
    }

    static String key(String institution, String code) {
        return institution + "\n" + code;
    }

    @Nullable
    Unit unit(String key) {
        return units.get(key);
    }

    void put(String key, Unit unit) {
        units.put(key, unit);
        codes.put(unit.id(), key.substring(key.indexOf('\n') + 1));
    }

    @Nullable
    Category category(String code) {
        return categories.get(code);
    }

    void put(String code, Category category) {
        categories.put(code, category);
    }

    @Nullable
    Officer officer(String key) {
        return officers.get(key);
    }

    void put(String key, Officer officer) {
        officers.put(key, officer);
    }

    /** Postings have been written: what is remembered of officers is out of date. */
    void postingsChanged() {
        if (!dryRun) {
            officers.clear();
        }
    }

    /** Looks up the officers that are not remembered. In a dry run those that it would have made are kept for good. */
    void fetchOfficers(Collection<String> keys) throws SQLException {
        if (!dryRun && officers.size() > OFFICERS) {
            officers.keySet().stream().limit(officers.size() / 2).toList().forEach(officers::remove);
        }
        Map<String, List<String>> missing = new HashMap<>();
        for (String key : Set.copyOf(keys)) {
            if (officers.get(key) == null) {
                int line = key.indexOf('\n');
                missing.computeIfAbsent(key.substring(0, line), i -> new ArrayList<>())
                        .add(key.substring(line + 1));
            }
        }
        for (Map.Entry<String, List<String>> entry : missing.entrySet()) {
            fetch(entry.getKey(), entry.getValue());
        }
    }

    private void fetch(String institution, List<String> serviceKeys) throws SQLException {
        Map<Long, List<Posting>> postings = new HashMap<>();
        List<String> arguments = new ArrayList<>(serviceKeys);
        query(
                "SELECT o.id, o.service_key, o.row_digest FROM officer o WHERE o.institution_code = '" + institution
                        + "' AND o.service_key IN ",
                arguments,
                found -> {
                    List<Posting> own = new ArrayList<>(4);
                    postings.put(found.getLong(1), own);
                    officers.put(
                            key(institution, found.getString(2)),
                            new Officer(found.getLong(1), found.getBytes(3), own));
                });
        if (postings.isEmpty()) {
            return;
        }
        query(
                "SELECT officer_id, unit_id, from_on, to_on FROM posting FORCE INDEX (posting_at) WHERE officer_id IN ",
                postings.keySet(),
                found -> Rows.known(postings.get(found.getLong(1)))
                        .add(new Posting(
                                found.getLong(2),
                                codes.getOrDefault(found.getLong(2), ""),
                                found.getObject(3, LocalDate.class),
                                found.getObject(4, LocalDate.class))));
        postings.values().forEach(own -> own.sort(Posting.LATEST));
    }

    /** Takes one row of a result. */
    @FunctionalInterface
    interface Taker {
        void take(ResultSet found) throws SQLException;
    }

    private void query(String select, Collection<?> in, Taker taker) throws SQLException {
        query(select, in, "", taker);
    }

    private void query(String select, Collection<?> in, String end, Taker taker) throws SQLException {
        Rows.query(connection, select, in, end, taker);
    }

    /** Queries with a list of keys, and small things about results. */
    static final class Rows {

        private Rows() {}

        static <T> T known(@Nullable T value) {
            if (value == null) {
                throw new IllegalStateException("a row of a join without its parent");
            }
            return value;
        }

        static void query(Connection connection, String select, Collection<?> in, String end, Taker taker)
                throws SQLException {
            if (in.isEmpty()) {
                return;
            }
            char[] marks = new char[in.size() * 2 - 1];
            Arrays.fill(marks, ',');
            for (int i = 0; i < marks.length; i += 2) {
                marks[i] = '?';
            }
            String sql = select + "(" + new String(marks) + ")" + end;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int index = 1;
                for (Object argument : in) {
                    statement.setObject(index++, argument);
                }
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        taker.take(found);
                    }
                }
            }
        }
    }
}
