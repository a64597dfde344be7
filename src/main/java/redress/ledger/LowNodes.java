package redress.ledger;

import java.util.HashMap;
import java.util.Map;
import redress.merkle.CompactRange;
import redress.merkle.Node;

/**
 * The lowest nodes of the tree over one block of leaves. They are not stored: there is one for each act, and each
 * follows from at most eight leaf hashes, which stand in the acts. A ledger from before this was so holds them in vain.
 */
final class LowNodes {

    /** The lowest level that is stored; a node on it covers a block of leaves. */
    static final int STORED_FROM = 4;

    private final long block;
    private final CompactRange leaves = CompactRange.empty();
    private final Map<Node, byte[]> made = new HashMap<>();

    /** Of the block that begins there; its leaves follow. */
    LowNodes(long block) {
        this.block = block;
    }

    static boolean isLow(Node node) {
        return node.level() < STORED_FROM;
    }

    /** The position of the first leaf of the block in which a low node stands. */
    static long block(Node node) {
        return node.index() << node.level() >>> STORED_FROM << STORED_FROM;
    }

    /** The position after the last leaf of the block that begins there. */
    static long end(long block) {
        return block + (1L << STORED_FROM);
    }

    /**
     * Takes the next leaf of the block.
     *
     * @throws IllegalStateException where one is missing before it, since all nodes would be wrong ones
     */
    void leaf(long position, byte[] hash) {
        if (position != block + leaves.size()) {
            throw new IllegalStateException("the ledger lacks the act at " + (block + leaves.size()));
        }
        leaves.append(
                hash,
                (node, nodeHash) ->
                        made.put(new Node(node.level(), (block >>> node.level()) + node.index()), nodeHash));
    }

    /** The complete nodes above the leaves that were taken, themselves included. */
    Map<Node, byte[]> made() {
        return made;
    }
}
