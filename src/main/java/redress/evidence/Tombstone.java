package redress.evidence;

import java.time.Instant;
import redress.time.Ids;

/**
 * What is left of a document that was removed: neither its name nor its hash, which may tell what it was.
 *
 * @param id the key that it had
 * @param complaint the key of the complaint
 * @param kind what it was by its content
 * @param added when and by whom it was attached
 * @param removed when, by whom and why it was removed
 */
public record Tombstone(long id, long complaint, Kind kind, Document.Added added, Removed removed) {

    /**
     * When, by whom and why.
     *
     * @param at when
     * @param by the actor's id
     * @param act the act that says so
     * @param reason why
     */
    public record Removed(Instant at, String by, long act, RemovalReason reason) {}

    /** Its key as people and addresses have it. */
    public String key() {
        return Ids.text(id);
    }
}
