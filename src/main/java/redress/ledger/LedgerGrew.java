package redress.ledger;

/**
 * Fired after acts were given their positions, on the thread of the sequencer: an observer wakes its own thread and
 * returns. It may be missed (another node, a crash), so it is never the carrier of a fact: a follower reads
 * {@link Ledger#after} from its watermark.
 *
 * @param size how many acts have a position now; the last position is one less
 */
public record LedgerGrew(long size) {}
