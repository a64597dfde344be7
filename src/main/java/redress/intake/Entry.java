package redress.intake;

import java.time.Instant;
import redress.ledger.Act;

/**
 * What became of an arrival.
 *
 * @param way whether it was kept
 * @param number the number of the complaint that has the receipt code
 * @param receivedAt when that was received
 * @param act the act that tells of its receipt
 */
record Entry(Way way, String number, Instant receivedAt, Act act) {

    /** Whether an arrival was kept. */
    enum Way {
        /** It is a new complaint. */
        NEW,
        /** The same was sent before: nothing was kept, the receipt is that of the first time. */
        AGAIN,
        /** Another text was sent with this code before: nothing was kept. */
        REFUSED
    }
}
