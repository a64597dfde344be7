package redress.ledger;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import redress.merkle.CompactRange;
import redress.merkle.Node;
import redress.merkle.ProofPlan;
import redress.merkle.TreeHash;
import redress.wiring.Repository;

/** The tree as it was stored: heads, nodes and leaves. Complete nodes never change, so reading needs no lock. */
@Repository
class Tree {

    private final EntityManager entityManager;
    private final LedgerKeys keys;

    @Inject
    Tree(EntityManager entityManager, LedgerKeys keys) {
        this.entityManager = entityManager;
        this.keys = keys;
    }

    /** The newest head; before the first act that of the empty tree. */
    TreeHead head() {
        List<?> rows = entityManager
                .createNativeQuery("SELECT size, root, at, signature FROM tree_head ORDER BY size DESC LIMIT 1")
                .getResultList();
        if (rows.isEmpty()) {
            byte[] root = TreeHash.emptyRoot();
            return keys.head(0, root, Instant.EPOCH, keys.signHead(0, root));
        }
        Object[] row = (Object[]) rows.getFirst();
        return keys.head(((Number) row[0]).longValue(), (byte[]) row[1], utc(row[2]), (byte[]) row[3]);
    }

    /** Drivers differ in what a DATETIME becomes where no mapping says it. */
    private static Instant utc(Object stored) {
        return stored instanceof LocalDateTime dateTime
                ? dateTime.toInstant(ZoneOffset.UTC)
                : ((Timestamp) stored).toInstant();
    }

    InclusionProof proof(long position, byte[] leafHash, TreeHead head) {
        ProofPlan plan = ProofPlan.inclusion(position, head.size());
        return new InclusionProof(position, leafHash, build(plan), head);
    }

    ConsistencyProof consistency(long from, long to) {
        return new ConsistencyProof(from, to, root(from), root(to), build(ProofPlan.consistency(from, to)));
    }

    private byte[] root(long size) {
        List<Node> peaks = CompactRange.peaks(size);
        Map<Node, byte[]> hashes = read(peaks);
        return CompactRange.of(
                        size, peaks.stream().map(node -> stored(hashes, node)).toList())
                .root();
    }

    private List<byte[]> build(ProofPlan plan) {
        Map<Node, byte[]> hashes = read(plan.nodes());
        return plan.build(node -> stored(hashes, node));
    }

    private static byte[] stored(Map<Node, byte[]> hashes, Node node) {
        return Objects.requireNonNull(hashes.get(node), () -> "the ledger lacks " + node);
    }

    private Map<Node, byte[]> read(List<Node> nodes) {
        Map<Node, byte[]> hashes = new HashMap<>();
        nodes.stream()
                .filter(LowNodes::isLow)
                .map(LowNodes::block)
                .distinct()
                .forEach(block -> hashes.putAll(low(block)));
        nodes.stream()
                .filter(node -> !LowNodes.isLow(node))
                .collect(Collectors.groupingBy(
                        Node::level, TreeMap::new, Collectors.mapping(Node::index, Collectors.toList())))
                .forEach((level, indexes) -> {
                    for (Object row : query(level, indexes).getResultList()) {
                        Object[] columns = (Object[]) row;
                        hashes.put(new Node(level, ((Number) columns[0]).longValue()), (byte[]) columns[1]);
                    }
                });
        return hashes;
    }

    private Query query(int level, List<Long> indexes) {
        String places = String.join(",", java.util.Collections.nCopies(indexes.size(), "?"));
        Query query = entityManager.createNativeQuery(
                "SELECT node, hash FROM ledger_node WHERE node IN (" + places + ") AND level = " + level);
        for (int i = 0; i < indexes.size(); i++) {
            query.setParameter(i + 1, indexes.get(i));
        }
        return query;
    }

    private Map<Node, byte[]> low(long block) {
        LowNodes nodes = new LowNodes(block);
        Query query = entityManager
                .createNativeQuery("SELECT position, leaf_hash FROM act WHERE position >= ? AND position < ?"
                        + " ORDER BY position")
                .setParameter(1, block)
                .setParameter(2, LowNodes.end(block));
        for (Object row : query.getResultList()) {
            Object[] columns = (Object[]) row;
            nodes.leaf(((Number) columns[0]).longValue(), (byte[]) columns[1]);
        }
        return nodes.made();
    }
}
