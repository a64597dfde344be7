package redress.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import redress.launch.Database;
import redress.time.Ids;

/** Acts written as the importer writes them, without the server, and what became of them. */
public final class ActRows {

    private static final Instant AT = Instant.parse("2026-03-02T14:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Database database;

    ActRows(Database database) {
        this.database = database;
    }

    /** Inserts acts into the open transaction; gives their leaf hashes by id. */
    static Map<Long, byte[]> insert(Connection connection, int count) throws SQLException {
        Map<Long, byte[]> leaves = new HashMap<>();
        try (PreparedStatement sql = connection.prepareStatement(
                "INSERT INTO act (id, kind, actor, at, salt, commitment, leaf_hash) VALUES (?, ?, 'test', ?, ?, ?, ?)")) {
            for (int i = 0; i < count; i++) {
                long id = Ids.next();
                Leaf leaf = Leaf.of(id, ActKind.SEARCHED, AT, Long.toString(id).getBytes(StandardCharsets.UTF_8));
                sql.setLong(1, id);
                sql.setString(2, ActKind.SEARCHED.name());
                sql.setTimestamp(3, Timestamp.from(AT));
                sql.setBytes(4, leaf.salt());
                sql.setBytes(5, leaf.commitment());
                sql.setBytes(6, leaf.hash());
                sql.addBatch();
                leaves.put(id, leaf.hash());
            }
            sql.executeBatch();
        }
        return leaves;
    }

    /** How many acts of a kind commit to this content. */
    public static long committed(Connection connection, ActKind kind, String content) throws SQLException {
        long found = 0;
        try (PreparedStatement sql = connection.prepareStatement("SELECT salt, commitment FROM act WHERE kind = ?")) {
            sql.setString(1, kind.name());
            try (ResultSet act = sql.executeQuery()) {
                while (act.next()) {
                    byte[] commitment = Leaf.commit(act.getBytes(1), content.getBytes(StandardCharsets.UTF_8));
                    found += Arrays.equals(commitment, act.getBytes(2)) ? 1 : 0;
                }
            }
        }
        return found;
    }

    /** Inserts the act of whoever changes a complaint by hand, as every change of one has an act beside it. */
    public static void changed(Connection connection, String number) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT id FROM complaint WHERE number = ?")) {
            sql.setString(1, number);
            try (ResultSet complaint = sql.executeQuery()) {
                if (!complaint.next()) {
                    throw new IllegalArgumentException("no complaint with this number");
                }
                insert(connection, ActKind.ASSIGNED, complaint.getLong(1));
            }
        }
    }

    /** Inserts the act of whoever writes units, officers or postings by hand, as an import of a roster leaves one. */
    public static void rosterChanged(Connection connection) throws SQLException {
        insert(connection, ActKind.BATCH_IMPORTED, Ids.next());
    }

    private static void insert(Connection connection, ActKind kind, long subject) throws SQLException {
        long id = Ids.next();
        Leaf leaf = Leaf.of(id, kind, AT, Long.toString(subject).getBytes(StandardCharsets.UTF_8));
        try (PreparedStatement sql = connection.prepareStatement(
                "INSERT INTO act (id, kind, subject, actor, at, salt, commitment, leaf_hash)"
                        + " VALUES (?, ?, ?, 'test', ?, ?, ?, ?)")) {
            sql.setLong(1, id);
            sql.setString(2, kind.name());
            sql.setLong(3, subject);
            sql.setTimestamp(4, Timestamp.from(AT));
            sql.setBytes(5, leaf.salt());
            sql.setBytes(6, leaf.commitment());
            sql.setBytes(7, leaf.hash());
            sql.executeUpdate();
        }
    }

    /** Inserts and commits. */
    Map<Long, byte[]> committed(int count) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Map<Long, byte[]> leaves = insert(connection, count);
            connection.commit();
            return leaves;
        }
    }

    /** Waits until no committed act is without a position. */
    void awaitNumbers() throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (number("SELECT COUNT(*) FROM act WHERE position IS NULL") > 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("acts still wait for their numbers");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** The one number that a query gives. */
    long number(String query) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement sql = connection.prepareStatement(query);
                ResultSet row = sql.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Runs one statement. */
    int run(String statement) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement sql = connection.prepareStatement(statement)) {
            return sql.executeUpdate();
        }
    }

    /** Ids to positions of every numbered act. */
    Map<Long, Long> positions() throws SQLException {
        Map<Long, Long> positions = new HashMap<>();
        try (Connection connection = database.connect();
                PreparedStatement sql =
                        connection.prepareStatement("SELECT id, position FROM act WHERE position IS NOT NULL");
                ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                positions.put(row.getLong(1), row.getLong(2));
            }
        }
        return positions;
    }
}
