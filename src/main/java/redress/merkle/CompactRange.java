package redress.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The right edge of a tree: the few complete nodes (at most one a level) from which the root follows and new leaves are
 * appended. It tells of each complete node that an appended leaf makes, so that these can be stored and proofs be built
 * from them later. Not safe for use by several threads.
 */
public final class CompactRange {

    private long size;
    private final List<byte[]> peaks;

    private CompactRange(long size, List<byte[]> peaks) {
        this.size = size;
        this.peaks = new ArrayList<>(peaks);
    }

    /** The edge of the tree without leaves. */
    public static CompactRange empty() {
        return new CompactRange(0, List.of());
    }

    /**
     * The edge of a stored tree.
     *
     * @param size the number of its leaves
     * @param peaks the hashes of {@link #peaks(long)}, in that order
     */
    public static CompactRange of(long size, List<byte[]> peaks) {
        if (size < 0 || peaks.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(peaks.size() + " peaks do not make a tree of " + size);
        }
        return new CompactRange(size, peaks);
    }

    /** Where the complete nodes at the edge of a tree of {@code size} leaves stand, the biggest (leftmost) first. */
    public static List<Node> peaks(long size) {
        return ProofPlan.cover(0, size);
    }

    /**
     * Appends one leaf.
     *
     * @param leafHash the hash of the leaf
     * @param made is told of each node that became complete, the leaf itself first
     */
    public void append(byte[] leafHash, BiConsumer<Node, byte[]> made) {
        if (leafHash.length != TreeHash.LENGTH) {
            throw new IllegalArgumentException("a leaf hash of " + leafHash.length + " bytes");
        }
        Node node = new Node(0, size);
        byte[] hash = leafHash.clone();
        made.accept(node, hash);
        while ((node.index() & 1) == 1) {
            hash = TreeHash.node(peaks.removeLast(), hash);
            node = node.parent();
            made.accept(node, hash);
        }
        peaks.add(hash);
        size++;
    }

    /** The number of leaves. */
    public long size() {
        return size;
    }

    /** The root of the tree as it is now. */
    public byte[] root() {
        return peaks.isEmpty() ? TreeHash.emptyRoot() : ProofPlan.fold(peaks);
    }
}
