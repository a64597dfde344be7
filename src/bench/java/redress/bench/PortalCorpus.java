package redress.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import redress.planted.PlantedCorpus;
import redress.planted.PlantedDocument;

/**
 * The planted corpus as rows of a portal's own tables and of a table for MariaDB's own full text. Written by plain
 * batches beside the portal, which then builds its index anew from its tables as it would after a restore.
 */
final class PortalCorpus {

    static final long SEED = 42;
    static final String[] STAGES = {"RECEIVED", "SCREENING", "INVESTIGATION", "REFERRED", "MEDIATION", "CLOSED"};

    /** Far above what a portal has given by itself. */
    private static final long FROM = 900_000_000_000L;

    private static final int TOGETHER = 1_000;

    private final Connection connection;
    private final PlantedCorpus corpus;
    private final Map<String, Long> units = new HashMap<>();

    private PortalCorpus(Connection connection, PlantedCorpus corpus) {
        this.connection = connection;
        this.corpus = corpus;
    }

    /** Writes everything. */
    static void write(Connection connection, int docs) throws SQLException {
        connection.setAutoCommit(false);
        PortalCorpus rows = new PortalCorpus(connection, PlantedCorpus.of(docs, SEED));
        rows.country();
        rows.complaints();
        connection.commit();
        connection.setAutoCommit(true);
    }

    static String stage(int number) {
        return STAGES[(int) (((number + 1L) * 2_654_435_761L >>> 16) % STAGES.length)];
    }

    private void country() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO institution (code, name, kind) VALUES ('bench', 'Bench', 'police')");
            for (int i = 0; i < 12; i++) {
                statement.execute("INSERT INTO category (code, group_name, label, severity) VALUES ('category" + i
                        + "', 'group" + i + "', 'category" + i + "', 2)");
            }
        }
        try (PreparedStatement unit = connection.prepareStatement(
                "INSERT INTO unit (id, institution_code, code, parent_id, name, kind) VALUES (?, 'bench', ?, ?, ?, ?)")) {
            corpus.planted().units().forEach(each -> unit(unit, each.key()));
        }
        try (PreparedStatement place =
                connection.prepareStatement("INSERT INTO place (code, level, name) VALUES (?, 3, ?)")) {
            for (int i = 0; i < corpus.planted().units().size() * 5; i++) {
                String code = "u" + i / 5 + "p" + i % 5;
                place.setString(1, code);
                place.setString(2, code);
                place.addBatch();
            }
            place.executeBatch();
        }
    }

    /** A unit and what is above it. */
    private long unit(PreparedStatement insert, String key) {
        Long known = units.get(key);
        if (known != null) {
            return known;
        }
        int slash = key.lastIndexOf('/');
        Long parent = slash < 0 ? null : (Long) unit(insert, key.substring(0, slash));
        long id = FROM + units.size();
        units.put(key, id);
        try {
            insert.setLong(1, id);
            insert.setString(2, key);
            insert.setObject(3, parent);
            insert.setString(4, key.replace('/', ' '));
            insert.setString(5, slash < 0 ? "region" : "station");
            insert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("the unit " + key + " cannot be written", broken);
        }
        return id;
    }

    private void complaints() throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement incident = connection.prepareStatement("INSERT INTO incident (id, began_on,"
                        + " date_precision, hour_of_day, place_code, unit_id) VALUES (?, ?, 'DAY', ?, ?, ?)");
                PreparedStatement complaint = connection.prepareStatement("INSERT INTO complaint (id, number,"
                        + " incident_id, channel, language, received_at, narrative, stage, severity, version)"
                        + " VALUES (?, ?, ?, 'WEB', 'en', ?, ?, ?, 2, 1)");
                PreparedStatement subject = connection.prepareStatement(
                        "INSERT INTO subject (id, complaint_id, unit_id, named_as, described_as) VALUES (?, ?, ?, ?, ?)");
                PreparedStatement allegation = connection.prepareStatement(
                        "INSERT INTO allegation (id, complaint_id, subject_id, category_code) VALUES (?, ?, ?, ?)");
                PreparedStatement text = connection.prepareStatement("INSERT INTO bench_text (id, received_at, number,"
                        + " words, unit, category, stage, year, place, hour) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.execute("CREATE TABLE bench_text (id BIGINT NOT NULL PRIMARY KEY, received_at DATETIME NOT NULL,"
                    + " number VARCHAR(48) NOT NULL, words MEDIUMTEXT NOT NULL, unit VARCHAR(64) NOT NULL,"
                    + " category VARCHAR(32) NOT NULL, stage VARCHAR(24) NOT NULL, year SMALLINT NOT NULL,"
                    + " place VARCHAR(32) NOT NULL, hour TINYINT NOT NULL, compartment VARCHAR(16) NOT NULL"
                    + " DEFAULT 'open') ENGINE=InnoDB DEFAULT CHARSET=utf8mb4");
            PreparedStatement[] all = {incident, complaint, subject, allegation, text};
            for (int i = 0; i < corpus.size(); i++) {
                row(corpus.document(i), all);
                if (i % TOGETHER == TOGETHER - 1 || i == corpus.size() - 1) {
                    for (PreparedStatement each : all) {
                        each.executeBatch();
                    }
                    connection.commit();
                }
            }
        }
    }

    private void row(PlantedDocument document, PreparedStatement[] into) throws SQLException {
        long id = FROM + document.number();
        LocalDate received = document.date().plusDays(3);
        String number = "B-" + received.getYear() + "-" + document.number();
        long unit = units.get(document.unit());
        String stage = stage(document.number());
        batch(into[0], id, document.date(), document.hour(), document.place(), unit);
        batch(into[1], id, number, id, received, document.narrative(), stage);
        String names = document.names().isEmpty() ? null : String.join(" ", document.names());
        batch(into[2], id, id, unit, names, String.join(" ", document.description()));
        batch(into[3], id, id, id, document.category());
        String words = document.narrative() + " " + String.join(" ", document.names()) + " "
                + String.join(" ", document.description());
        batch(
                into[4],
                id,
                received,
                number,
                words,
                document.unit(),
                document.category(),
                stage,
                received.getYear(),
                document.place(),
                document.hour());
    }

    private static void batch(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
