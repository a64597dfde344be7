package redress.intake;

import java.time.Instant;
import redress.complaint.ReceiptCode;
import redress.ledger.Promise;

/**
 * What the person gets for a complaint, and gets again, to the letter, whenever the same submission is sent again.
 *
 * @param number the complaint number
 * @param receivedAt the time of receipt
 * @param code the secret by which the person comes back; never stored
 * @param promise the office's signed promise to publish the complaint's leaf in the log
 */
public record Receipt(String number, Instant receivedAt, ReceiptCode code, Promise promise) {

    @Override
    public String toString() {
        return "Receipt[" + number + "]";
    }
}
