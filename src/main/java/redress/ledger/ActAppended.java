package redress.ledger;

/** Acts were inserted in the transaction that is now open; once it commits, there is something to number. */
record ActAppended() {}
