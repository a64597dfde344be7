package redress.ledger;

/**
 * Acts were inserted in the transaction that is now open; once it commits, there is something to number.
 *
 * @param awaited whether anybody may wait for it: not where somebody only looked
 */
record ActAppended(boolean awaited) {}
