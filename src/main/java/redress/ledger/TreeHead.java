package redress.ledger;

import java.time.Instant;
import java.util.Base64;

/**
 * The signed state of the tree at one size.
 *
 * @param size the number of leaves
 * @param root the root over them
 * @param at when it was signed
 * @param checkpoint the same as a C2SP checkpoint, a signed note that existing verifiers and witnesses read
 */
public record TreeHead(long size, byte[] root, Instant at, String checkpoint) {

    /** The text of a checkpoint that is signed: origin, size and root, a line each. */
    static String text(String origin, long size, byte[] root) {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }
}
