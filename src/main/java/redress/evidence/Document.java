package redress.evidence;

import java.time.Instant;
import java.util.HexFormat;
import redress.time.Ids;

/**
 * A document that is attached to a complaint, without its content.
 *
 * @param id its key
 * @param complaint the key of the complaint
 * @param name what it is called, cleaned
 * @param kind what it is by its content
 * @param size bytes
 * @param sha256 the hash of the content in lower-case hexadecimal digits, to which an act of the ledger commits
 * @param added when and by whom
 * @param text how far the reading of its words has come
 */
public record Document(
        long id, long complaint, String name, Kind kind, long size, String sha256, Added added, TextState text) {

    /**
     * When and by whom.
     *
     * @param at when
     * @param by the actor's id
     * @param act the act that says so
     */
    public record Added(Instant at, String by, long act) {}

    /** Its key as people and addresses have it. */
    public String key() {
        return Ids.text(id);
    }

    byte[] hash() {
        return HexFormat.of().parseHex(sha256);
    }

    /** What the act commits to: key, hash and size. */
    static byte[] custody(long id, byte[] hash, long size) {
        return (Ids.text(id) + "\n" + HexFormat.of().formatHex(hash) + "\n" + size)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Not the name, which may tell who somebody is. */
    @Override
    public String toString() {
        return "Document[" + key() + "]";
    }
}
