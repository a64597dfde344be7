package redress.merkle;

import java.security.MessageDigest;
import java.util.List;

/**
 * The verification of RFC 9162, 2.1.3.2 and 2.1.4.2. Index, sizes and the exact length of the proof are checked before
 * anything is hashed, so that a proof of the wrong shape is refused whatever it holds.
 */
public final class ProofCheck {

    private ProofCheck() {}

    /** Whether {@code proof} shows that the leaf with that hash stands at {@code index} of the tree under the root. */
    public static boolean inclusion(long index, long size, byte[] leafHash, List<byte[]> proof, byte[] root) {
        if (index < 0
                || index >= size
                || leafHash.length != TreeHash.LENGTH
                || !wellShaped(proof, ProofPlan.inclusion(index, size))) {
            return false;
        }
        return MessageDigest.isEqual(climb(index, size - 1, leafHash, proof).whole(), root);
    }

    /**
     * Whether {@code proof} shows that the tree of {@code size} leaves under {@code root} begins with the tree of
     * {@code earlier} leaves under {@code earlierRoot}. Nothing can be shown of an empty tree: false.
     */
    public static boolean consistency(long earlier, long size, byte[] earlierRoot, byte[] root, List<byte[]> proof) {
        if (earlier < 1 || earlier > size || !wellShaped(proof, ProofPlan.consistency(earlier, size))) {
            return false;
        }
        if (earlier == size) {
            return MessageDigest.isEqual(earlierRoot, root);
        }
        int whole = Long.numberOfTrailingZeros(earlier);
        boolean seeded = Long.bitCount(earlier) == 1;
        byte[] seed = seeded ? earlierRoot : proof.getFirst();
        List<byte[]> rest = seeded ? proof : proof.subList(1, proof.size());
        Roots roots = climb((earlier - 1) >>> whole, (size - 1) >>> whole, seed, rest);
        return MessageDigest.isEqual(roots.earlier(), earlierRoot) && MessageDigest.isEqual(roots.whole(), root);
    }

    /** The roots that follow from a path: of all that lies at and to the left of its start, and of the whole tree. */
    private record Roots(byte[] earlier, byte[] whole) {}

    private static Roots climb(long start, long end, byte[] seed, List<byte[]> path) {
        byte[] earlier = seed;
        byte[] whole = seed;
        long at = start;
        long last = end;
        for (byte[] sibling : path) {
            if (isRight(at) || at == last) {
                earlier = TreeHash.node(sibling, earlier);
                whole = TreeHash.node(sibling, whole);
                int skipped = Long.numberOfTrailingZeros(at);
                at >>>= skipped;
                last >>>= skipped;
            } else {
                whole = TreeHash.node(whole, sibling);
            }
            at >>>= 1;
            last >>>= 1;
        }
        return new Roots(earlier, whole);
    }

    private static boolean isRight(long index) {
        return (index & 1) == 1;
    }

    private static boolean wellShaped(List<byte[]> proof, ProofPlan plan) {
        return proof.size() == plan.length() && proof.stream().allMatch(hash -> hash.length == TreeHash.LENGTH);
    }
}
