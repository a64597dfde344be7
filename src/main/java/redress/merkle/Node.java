package redress.merkle;

/**
 * The place of a complete node: it covers the leaves {@code index * 2^level} up to {@code (index + 1) * 2^level},
 * without the last. A complete node never changes again, so it may be stored for good.
 *
 * @param level 0 for a leaf
 * @param index counted from 0 within the level
 */
public record Node(int level, long index) {

    /** Refuses places that no tree of at most 2^62 leaves has. */
    public Node {
        if (level < 0 || level > 62 || index < 0 || index > Long.MAX_VALUE >>> level) {
            throw new IllegalArgumentException("no such node: " + level + "/" + index);
        }
    }

    /** The node above this one and its neighbour. */
    public Node parent() {
        return new Node(level + 1, index >>> 1);
    }
}
