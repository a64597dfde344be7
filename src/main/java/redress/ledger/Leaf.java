package redress.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import redress.merkle.TreeHash;
import redress.time.Ids;

/**
 * What an act leaves in the tree: the hash of a short canonical text (RFC 8785) with its kind, time, id and a
 * commitment to its content. Without the salt nobody can tell the content from the commitment, and once the salt is
 * destroyed nobody ever can, while the tree stays whole.
 *
 * @param salt 16 random bytes
 * @param commitment SHA-256 of the salt followed by the content
 * @param hash the leaf hash
 */
public record Leaf(byte[] salt, byte[] commitment, byte[] hash) {

    private static final int SALT_LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The leaf of an act, under a fresh salt. For the {@code act} row of whoever writes it without the server. */
    public static Leaf of(long id, ActKind kind, Instant at, byte[] content) {
        byte[] salt = new byte[SALT_LENGTH];
        RANDOM.nextBytes(salt);
        byte[] commitment = commit(salt, content);
        return new Leaf(salt, commitment, hash(id, kind, at, commitment));
    }

    /** The commitment to a content under a salt. */
    public static byte[] commit(byte[] salt, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The leaf hash that belongs to these values. */
    public static byte[] hash(long id, ActKind kind, Instant at, byte[] commitment) {
        return TreeHash.leaf(text(id, kind, at, commitment).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The text that is hashed. Names in the order of RFC 8785; every value is ASCII without anything to escape; the id
     * is a text, because JSON numbers do not hold 63 bits.
     */
    public static String text(long id, ActKind kind, Instant at, byte[] commitment) {
        if (at.getNano() != 0) {
            throw new IllegalArgumentException("an act is dated to the second");
        }
        return "{\"act\":\"" + kind.name() + "\",\"at\":\"" + at + "\",\"commitment\":\""
                + HexFormat.of().formatHex(commitment) + "\",\"id\":\"" + Ids.text(id) + "\"}";
    }
}
