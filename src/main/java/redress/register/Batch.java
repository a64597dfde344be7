package redress.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redress.time.Ids;

/**
 * What one transaction writes: gathered first, then sent as few multi-row statements, together with one act in the
 * ledger whose commitment is over the digest of it all. A batch that has nothing to write leaves no trace.
 */
final class Batch {

    private final long id = Ids.next();
    private final Map<Write, List<@Nullable Object[]>> writes = new EnumMap<>(Write.class);
    private int count;

    long id() {
        return id;
    }

    void add(Write write, @Nullable Object... values) {
        writes.computeIfAbsent(write, w -> new ArrayList<>()).add(values);
        count++;
    }

    /** Sends everything in one transaction. */
    void commit(Connection connection, long run, InstantSource clock) throws SQLException {
        if (count == 0) {
            connection.commit();
            return;
        }
        Digest digest = new Digest();
        for (Map.Entry<Write, List<@Nullable Object[]>> entry : writes.entrySet()) {
            digest.add(entry.getKey());
            send(connection, entry.getKey().sql(), entry.getValue(), digest);
        }
        byte[] sum = digest.bytes();
        LocalDateTime at = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        send(
                connection,
                "INSERT INTO import_batch (id, run_id, writes, digest, at) VALUES (?,?,?,?,?)",
                List.<@Nullable Object[]>of(new Object[] {id, run, count, sum, at}),
                digest);
        Acts.insert(connection, id, sum, clock.instant());
        connection.commit();
    }

    private static void send(Connection connection, String sql, List<@Nullable Object[]> rows, Digest digest)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                digest.addAll(row);
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
