package redress.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Which stored nodes a proof (RFC 9162, 2.1.3.1 and 2.1.4.1) is made of, worked out from the sizes alone. Ask for
 * {@link #nodes()} in one go, then {@link #build}. A part at the ragged right edge is folded from several nodes.
 */
public final class ProofPlan {

    private final List<List<Node>> parts;

    private ProofPlan(List<List<Node>> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The proof that leaf {@code index} stands in the tree of {@code size} leaves. */
    public static ProofPlan inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<List<Node>> parts = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + half(to - from);
            if (index < middle) {
                parts.add(cover(middle, to));
                to = middle;
            } else {
                parts.add(cover(from, middle));
                from = middle;
            }
        }
        return new ProofPlan(parts.reversed());
    }

    /** The proof that the tree of {@code size} leaves begins with the tree of {@code earlier} leaves. */
    public static ProofPlan consistency(long earlier, long size) {
        if (earlier < 1 || earlier > size) {
            throw new IllegalArgumentException("no proof from " + earlier + " to " + size);
        }
        List<List<Node>> parts = new ArrayList<>();
        long from = 0;
        long to = size;
        while (earlier != to) {
            long middle = from + half(to - from);
            if (earlier <= middle) {
                parts.add(cover(middle, to));
                to = middle;
            } else {
                parts.add(cover(from, middle));
                from = middle;
            }
        }
        // The verifier knows the earlier root: it is left out when it is itself the subtree that was arrived at.
        if (from > 0) {
            parts.add(cover(from, to));
        }
        return new ProofPlan(parts.reversed());
    }

    /** How many hashes the proof has. */
    public int length() {
        return parts.size();
    }

    /** Every node that must be read. */
    public List<Node> nodes() {
        return parts.stream().flatMap(List::stream).toList();
    }

    /** The proof, from the hash of each of {@link #nodes()}. */
    public List<byte[]> build(Function<Node, byte[]> hashes) {
        return parts.stream()
                .map(part -> fold(part.stream().map(hashes).toList()))
                .toList();
    }

    /** The complete nodes that cover the leaves {@code from} up to {@code to}, biggest first; from is a left edge. */
    static List<Node> cover(long from, long to) {
        List<Node> nodes = new ArrayList<>();
        long at = from;
        while (at < to) {
            int level = 63 - Long.numberOfLeadingZeros(to - at);
            nodes.add(new Node(level, at >>> level));
            at += 1L << level;
        }
        return nodes;
    }

    /** The hash over neighbouring complete nodes that grow smaller to the right. */
    static byte[] fold(List<byte[]> hashes) {
        byte[] hash = hashes.getLast();
        for (int i = hashes.size() - 2; i >= 0; i--) {
            hash = TreeHash.node(hashes.get(i), hash);
        }
        return hash;
    }

    /** The largest power of two below {@code count}, which is at least two. */
    private static long half(long count) {
        return Long.highestOneBit(count - 1);
    }
}
