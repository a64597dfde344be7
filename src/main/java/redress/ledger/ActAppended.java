package redress.ledger;

/**
 * Acts were inserted in the transaction that is now open, and somebody may wait until they have their positions; once
 * it commits, there is something to number. Nothing of the kind is told where somebody only looked.
 */
record ActAppended() {}
