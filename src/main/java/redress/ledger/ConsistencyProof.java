package redress.ledger;

import java.util.List;
import redress.merkle.ProofCheck;

/**
 * Shows that a later tree begins with an earlier one: nothing was taken out, changed or put in between.
 *
 * @param from the earlier size, at least 1
 * @param to the later size
 * @param fromRoot the root at the earlier size
 * @param toRoot the root at the later size
 * @param hashes the proof of RFC 9162, 2.1.4
 */
public record ConsistencyProof(long from, long to, byte[] fromRoot, byte[] toRoot, List<byte[]> hashes) {

    /** Whether the proof leads to both roots. */
    public boolean holds() {
        return ProofCheck.consistency(from, to, fromRoot, toRoot, hashes);
    }
}
