package redress.ledger;

import java.util.List;
import redress.merkle.ProofCheck;

/**
 * Shows that an act stands in the tree under a signed head.
 *
 * @param position its place
 * @param leafHash its hash
 * @param hashes the path to the root, from the leaf up
 * @param head the signed head
 */
public record InclusionProof(long position, byte[] leafHash, List<byte[]> hashes, TreeHead head) {

    /** Whether the path leads from the leaf to the root of the head; says nothing about the signature. */
    public boolean holds() {
        return ProofCheck.inclusion(position, head.size(), leafHash, hashes, head.root());
    }
}
