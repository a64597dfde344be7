package redress.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import redress.merkle.CompactRange;
import redress.merkle.Node;

/**
 * One pass of the sequencer, in one transaction on one connection: positions, nodes and the signed head stand or fall
 * together. The row of the lease is locked until the commit, so that two nodes never number at once, whatever their
 * clocks say. What is still uncommitted elsewhere is not seen and comes in a later pass: it is found by its missing
 * position, never by a watermark, so nothing is skipped.
 */
final class Numbering {

    /** Acts in one pass; more are taken in the next one. */
    static final int MOST = 2_000;

    private static final int LEASE_SECONDS = 10;
    /** Acts that get their positions in one statement; it is searched from the start for each of them. */
    private static final int TOGETHER = 64;

    private record Unnumbered(long id, byte[] leafHash) {}

    private static final Pass NOTHING = new Pass(0, CompactRange.empty());

    private final Connection connection;
    private final String holder;
    private final CompactRange known;

    /**
     * {@code known} is the edge after the last pass that was committed; it is looked whether it is that of the tree.
     */
    Numbering(Connection connection, String holder, CompactRange known) {
        this.connection = connection;
        this.holder = holder;
        this.known = known;
    }

    /** What a pass came to: how many acts it numbered and the edge of the tree after it. */
    record Pass(int numbered, CompactRange edge) {}

    /** Numbers what is there, if this node holds the lease or can take it; the caller commits. */
    Pass run(LedgerKeys keys, Instant at) throws SQLException {
        if (heldElsewhere() || !takeLease()) {
            return NOTHING;
        }
        List<Unnumbered> acts = unnumbered();
        if (acts.isEmpty()) {
            return NOTHING;
        }
        CompactRange edge = edge();
        writePositions(edge.size(), acts);
        Map<Node, byte[]> made = new LinkedHashMap<>();
        acts.forEach(act -> edge.append(act.leafHash(), made::put));
        writeNodes(made);
        writeHead(edge, keys, at);
        return new Pass(acts.size(), edge);
    }

    /** Lets another node take over at once. */
    void release() throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(
                "UPDATE lease SET until = UTC_TIMESTAMP() WHERE name = 'sequencer' AND holder = ?")) {
            sql.setString(1, holder);
            sql.executeUpdate();
        }
    }

    /** Asked without a lock, so that idle nodes do not wait for the busy one. */
    private boolean heldElsewhere() throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(
                "SELECT 1 FROM lease WHERE name = 'sequencer' AND holder <> ? AND until > UTC_TIMESTAMP()")) {
            sql.setString(1, holder);
            try (ResultSet row = sql.executeQuery()) {
                return row.next();
            }
        }
    }

    private boolean takeLease() throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(
                "SELECT holder, until > UTC_TIMESTAMP(), until > UTC_TIMESTAMP() + INTERVAL " + LEASE_SECONDS / 2
                        + " SECOND FROM lease WHERE name = 'sequencer' FOR UPDATE")) {
            try (ResultSet row = sql.executeQuery()) {
                if (!row.next()) {
                    return writeLease("INSERT IGNORE INTO lease (holder, until, name) VALUES (?, UTC_TIMESTAMP()"
                            + " + INTERVAL " + LEASE_SECONDS + " SECOND, 'sequencer')");
                }
                boolean mine = row.getString(1).equals(holder);
                if (!mine && row.getBoolean(2)) {
                    return false;
                }
                return (mine && row.getBoolean(3))
                        || writeLease("UPDATE lease SET holder = ?, until = UTC_TIMESTAMP() + INTERVAL " + LEASE_SECONDS
                                + " SECOND WHERE name = 'sequencer'");
            }
        }
    }

    private boolean writeLease(String statement) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(statement)) {
            sql.setString(1, holder);
            return sql.executeUpdate() == 1;
        }
    }

    private List<Unnumbered> unnumbered() throws SQLException {
        List<Unnumbered> acts = new ArrayList<>();
        try (PreparedStatement sql = connection.prepareStatement(
                        "SELECT id, leaf_hash FROM act WHERE position IS NULL ORDER BY id LIMIT " + MOST);
                ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                acts.add(new Unnumbered(row.getLong(1), row.getBytes(2)));
            }
        }
        return acts;
    }

    private CompactRange edge() throws SQLException {
        long size = 0;
        try (PreparedStatement sql =
                        connection.prepareStatement("SELECT size, root FROM tree_head ORDER BY size DESC LIMIT 1");
                ResultSet row = sql.executeQuery()) {
            if (row.next()) {
                size = row.getLong(1);
                if (known.size() == size && Arrays.equals(known.root(), row.getBytes(2))) {
                    return known;
                }
            }
        }
        Map<Node, byte[]> stored = new HashMap<>();
        for (Node node : CompactRange.peaks(size)) {
            stored.put(node, hash(node));
        }
        return CompactRange.of(
                size,
                CompactRange.peaks(size).stream()
                        .map(node -> Objects.requireNonNull(stored.get(node)))
                        .toList());
    }

    private byte[] hash(Node node) throws SQLException {
        byte[] hash = LowNodes.isLow(node) ? low(node) : stored(node);
        if (hash == null) {
            throw new SQLException("the ledger lacks " + node);
        }
        return hash;
    }

    private byte @Nullable [] stored(Node node) throws SQLException {
        try (PreparedStatement sql =
                connection.prepareStatement("SELECT hash FROM ledger_node WHERE node = ? AND level = ?")) {
            sql.setLong(1, node.index());
            sql.setInt(2, node.level());
            try (ResultSet row = sql.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        }
    }

    private byte @Nullable [] low(Node node) throws SQLException {
        long block = LowNodes.block(node);
        LowNodes nodes = new LowNodes(block);
        try (PreparedStatement sql = connection.prepareStatement(
                "SELECT position, leaf_hash FROM act WHERE position >= ? AND position < ? ORDER BY position")) {
            sql.setLong(1, block);
            sql.setLong(2, LowNodes.end(block));
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    nodes.leaf(row.getLong(1), row.getBytes(2));
                }
            }
        }
        return nodes.made().get(node);
    }

    private void writePositions(long first, List<Unnumbered> acts) throws SQLException {
        for (int from = 0; from < acts.size(); from += TOGETHER) {
            writePositions(first + from, acts, from, Math.min(from + TOGETHER, acts.size()));
        }
    }

    /** Several in one statement: one for each act costs more than all else in a pass. */
    private void writePositions(long first, List<Unnumbered> acts, int from, int to) throws SQLException {
        int count = to - from;
        // The check on NULL makes a second number for one act impossible, whatever else goes wrong.
        String sql = "UPDATE act SET position = CASE id" + " WHEN ? THEN ?".repeat(count) + " END WHERE id IN (?"
                + ", ?".repeat(count - 1) + ") AND position IS NULL";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < count; i++) {
                long id = acts.get(from + i).id();
                update.setLong(2 * i + 1, id);
                update.setLong(2 * i + 2, first + i);
                update.setLong(2 * count + i + 1, id);
            }
            if (update.executeUpdate() != count) {
                throw new SQLException("an act had a position already");
            }
        }
    }

    private void writeNodes(Map<Node, byte[]> made) throws SQLException {
        try (PreparedStatement sql =
                connection.prepareStatement("INSERT INTO ledger_node (level, node, hash) VALUES (?, ?, ?)")) {
            boolean any = false;
            for (Map.Entry<Node, byte[]> entry : made.entrySet()) {
                if (!LowNodes.isLow(entry.getKey())) {
                    sql.setInt(1, entry.getKey().level());
                    sql.setLong(2, entry.getKey().index());
                    sql.setBytes(3, entry.getValue());
                    sql.addBatch();
                    any = true;
                }
            }
            if (any) {
                sql.executeBatch();
            }
        }
    }

    private void writeHead(CompactRange edge, LedgerKeys keys, Instant at) throws SQLException {
        byte[] root = edge.root();
        try (PreparedStatement sql =
                connection.prepareStatement("INSERT INTO tree_head (size, root, at, signature) VALUES (?, ?, ?, ?)")) {
            sql.setLong(1, edge.size());
            sql.setBytes(2, root);
            sql.setTimestamp(3, Timestamp.from(at));
            sql.setBytes(4, keys.signHead(edge.size(), root));
            sql.executeUpdate();
        }
    }
}
