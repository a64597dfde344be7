package redress.search;

/**
 * Fired on the follower's thread when something that was erased, or sealed, has been taken out of the index of this
 * node: whoever keeps words of complaints in memory lets go of them before it returns. A complaint that was read before
 * the act at this position was seen must not be kept afterwards either.
 *
 * @param position up to which position of the ledger everything that was erased is gone
 */
public record WordsErased(long position) {}
