package redress.ledger;

/** An act was inserted in the transaction that is now open; once it commits, there is something to number. */
record ActAppended() {}
