package redress.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import redress.planted.PlantedCorpus;
import redress.planted.PlantedDocument;

/**
 * The planted corpus as rows of the tables: stations under districts under regions, officers who move from one to
 * another, commanders who follow each other with and without a gap, and of everything that may be unknown a part that
 * is.
 */
final class PlantedRows {

    /** A word that stands in every fifth narrative and in nothing else. */
    static final String MARK = "quinquereme";

    static final String SEALED_ONE = "sealed-1";
    static final String SEALED_TWO = "sealed-2";
    static final String ANNA = "anna";

    private static final LocalDate MOVED = LocalDate.of(2024, 6, 1);

    private final Connection connection;
    private final PlantedCorpus corpus;
    private final Random random = new Random(5);
    private final Map<String, Long> units = new HashMap<>();
    private final List<Long> stations = new ArrayList<>();
    private final Map<Long, List<Officer>> officers = new HashMap<>();
    private final Map<String, Rows> rows = new HashMap<>();
    private final List<String> tables = new ArrayList<>();
    private long ids = 1;

    private record Officer(long id, long before, long after) {}

    private record Rows(String statement, List<List<@Nullable Object>> values) {}

    PlantedRows(Connection connection, PlantedCorpus corpus) {
        this.connection = connection;
        this.corpus = corpus;
    }

    /** Writes all of it. */
    void write() throws SQLException {
        row("institution (code, name, kind)", "police", "The police", "police");
        row("institution (code, name, kind)", "army", "The army", "army");
        for (int category = 0; category < 12; category++) {
            row(
                    "category (code, group_name, label, severity)",
                    "category" + category,
                    "group" + category / 4,
                    "Category " + category,
                    1);
        }
        corpus.planted().units().forEach(unit -> stations.add(unit("police", unit.key())));
        unit("army", "b0/c0");
        roster();
        places();
        corpus.documents().forEach(this::complaint);
        flush();
    }

    private void row(String into, @Nullable Object... values) {
        Rows some = rows.computeIfAbsent(into, table -> {
            tables.add(table);
            String marks = String.join(", ", Collections.nCopies(values.length, "?"));
            return new Rows("INSERT INTO " + table + " VALUES (" + marks + ")", new ArrayList<>());
        });
        some.values().add(Arrays.asList(values));
    }

    private void flush() throws SQLException {
        connection.setAutoCommit(false);
        for (String table : tables) {
            Rows some = rows.get(table);
            if (some == null) {
                continue;
            }
            try (PreparedStatement insert = connection.prepareStatement(some.statement())) {
                for (List<@Nullable Object> each : some.values()) {
                    for (int i = 0; i < each.size(); i++) {
                        insert.setObject(i + 1, each.get(i));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** The unit of a path with everything above it. */
    private long unit(String institution, String path) {
        Long known = units.get(institution + "/" + path);
        if (known != null) {
            return known;
        }
        int slash = path.lastIndexOf('/');
        Long parent = slash < 0 ? null : Long.valueOf(unit(institution, path.substring(0, slash)));
        long id = ids++;
        row(
                "unit (id, institution_code, code, parent_id, name, kind)",
                id,
                institution,
                path.replace('/', '-'),
                parent,
                "Unit " + path,
                "station");
        units.put(institution + "/" + path, id);
        return id;
    }

    private void roster() {
        for (int at = 0; at < stations.size(); at++) {
            long station = stations.get(at);
            long next = stations.get((at * 7 + 1) % stations.size());
            for (int i = 0; i < 3; i++) {
                long officer = officer();
                posting(officer, station, null, MOVED.minusDays(1), "MEMBER");
                posting(officer, next, MOVED, null, "MEMBER");
                Officer moved = new Officer(officer, station, next);
                officers.computeIfAbsent(station, s -> new ArrayList<>()).add(moved);
            }
            if (at % 4 > 0) {
                posting(officer(), station, null, MOVED.minusDays(1), "COMMANDER");
                posting(officer(), station, at % 4 == 1 ? MOVED : MOVED.plusMonths(5), null, "COMMANDER");
            }
        }
        for (Map.Entry<String, Long> unit : new TreeMap<>(units).entrySet()) {
            long levels = unit.getKey().chars().filter(letter -> letter == '/').count();
            boolean commanded = levels == 2 ? unit.getValue() % 2 == 0 : levels == 1;
            if (commanded) {
                posting(officer(), unit.getValue(), LocalDate.of(2023, 3, 1), null, "COMMANDER");
            }
        }
    }

    private long officer() {
        long id = ids++;
        row(
                "officer (id, institution_code, service_key, family_name)",
                id,
                id % 9 == 0 ? "army" : "police",
                "K" + id,
                "Name" + id);
        return id;
    }

    private void posting(long officer, long unit, @Nullable LocalDate from, @Nullable LocalDate to, String role) {
        row("posting (id, officer_id, unit_id, from_on, to_on, role)", ids++, officer, unit, from, to, role);
    }

    /** Towns in districts in regions; some districts have no region. */
    private void places() {
        TreeSet<String> towns = new TreeSet<>();
        corpus.documents().forEach(document -> towns.add(document.place()));
        for (int region = 0; region < 3; region++) {
            row("place (code, parent_code, level, name)", "R" + region, null, 1, "Region " + region);
        }
        for (int district = 0; district < 12; district++) {
            String region = district % 4 == 0 ? null : "R" + district % 3;
            row("place (code, parent_code, level, name)", "D" + district, region, 2, "District " + district);
        }
        for (String town : towns) {
            row(
                    "place (code, parent_code, level, name)",
                    town,
                    "D" + Math.floorMod(town.hashCode(), 12),
                    3,
                    "Town " + town);
        }
    }

    private <T> @Nullable T perhaps(int ofTen, T value) {
        return random.nextInt(10) < ofTen ? value : null;
    }

    private String oneOf(String... words) {
        return words[random.nextInt(words.length)];
    }

    private void complaint(PlantedDocument document) {
        long id = 1_000_000 + document.number();
        long unit = unit("police", document.unit());
        incident(id, unit, document);
        LocalDate received = document.date().plusDays(random.nextInt(90));
        row(
                "complaint (id, number, incident_id, channel, language, received_at, narrative, harmed, injury, stage,"
                        + " severity, compartment, assignee, register, version)",
                id,
                "N-" + id,
                id,
                oneOf("WEB", "API", "PHONE", "LETTER"),
                oneOf("en", "fr", "bs"),
                received + oneOf(" 00:00:00", " 23:59:59", " 12:30:00"),
                document.narrative() + (random.nextInt(5) == 0 ? " " + MARK : ""),
                perhaps(8, oneOf("SELF", "FAMILY", "STRANGER")),
                perhaps(7, oneOf("NONE", "INJURED", "DEATH", "UNKNOWN")),
                oneOf("RECEIVED", "SCREENING", "INVESTIGATION", "CLOSED"),
                1,
                random.nextInt(10) > 1 ? "open" : oneOf(SEALED_ONE, SEALED_TWO),
                perhaps(5, oneOf(ANNA, "ben", "Anna")),
                perhaps(3, "old"),
                1);
        List<Long> subjects = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            subjects.add(subject(id, unit, document));
        }
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String category = i == 1 ? document.category() : "category" + random.nextInt(12);
            row(
                    "allegation (id, complaint_id, subject_id, category_code, finding)",
                    ids++,
                    id,
                    subjects.isEmpty() ? null : subjects.get(random.nextInt(subjects.size())),
                    category,
                    perhaps(6, oneOf("SUSTAINED", "NOT_SUSTAINED", "UNFOUNDED", "EXONERATED")));
        }
    }

    private void incident(long id, long unit, PlantedDocument document) {
        LocalDate day = perhaps(9, document.date());
        row(
                "incident (id, began_on, date_precision, hour_of_day, place_code, institution_code, unit_id)",
                id,
                day,
                day == null ? "UNKNOWN" : oneOf("DAY", "DAY", "DAY", "MONTH", "YEAR", "ABOUT"),
                perhaps(6, document.hour()),
                perhaps(8, document.place()),
                perhaps(2, oneOf("police", "army")),
                perhaps(7, unit));
    }

    /** One in four is a known officer at the unit of the day; the others have a unit that was told, or none. */
    private long subject(long complaint, long unit, PlantedDocument document) {
        long id = ids++;
        List<Officer> known = officers.getOrDefault(unit, List.of());
        if (known.isEmpty() || random.nextInt(4) > 0) {
            Long told = perhaps(6, random.nextInt(9) == 0 ? unit("army", "b0/c0") : unit);
            row("subject (id, complaint_id, officer_id, unit_id)", id, complaint, null, told);
            return id;
        }
        Officer officer = known.get(random.nextInt(known.size()));
        long then = document.date().isBefore(MOVED) ? officer.before() : officer.after();
        row("subject (id, complaint_id, officer_id, unit_id)", id, complaint, officer.id(), then);
        return id;
    }
}
