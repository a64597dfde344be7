package redress.ledger;

import java.time.Instant;
import java.util.Base64;

/**
 * What the office signs at once when it takes something in: this leaf will stand in the public tree by then. If it does
 * not, the promise is evidence. The same act gives the same bytes every time, however often a receipt is asked for.
 *
 * @param origin the name of the log
 * @param leafHash the leaf that will be there
 * @param receivedAt when it was taken in
 * @param publishBy when it will be there at the latest
 * @param note the text of all this as a C2SP signed note
 */
public record Promise(String origin, byte[] leafHash, Instant receivedAt, Instant publishBy, String note) {

    /**
     * Whether the note says exactly this and is signed with that key.
     *
     * @param verifierKey as {@link LedgerKeys#verifierKey} gives it
     */
    public boolean verify(String verifierKey) {
        return SignedNote.verifies(note, text(origin, leafHash, receivedAt, publishBy), verifierKey)
                && verifierKey.startsWith(origin + "+");
    }

    /** The signed text. Its first line is no log's origin, so that nobody can pass it off as a checkpoint. */
    static String text(String origin, byte[] leafHash, Instant receivedAt, Instant publishBy) {
        return "redress promise v1\n" + origin + "\n" + Base64.getEncoder().encodeToString(leafHash) + "\n" + receivedAt
                + "\n" + publishBy + "\n";
    }
}
