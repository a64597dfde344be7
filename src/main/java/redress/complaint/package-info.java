/**
 * Owns the complaint and what belongs to it, and the receipt code. May touch roster, time and problem. Never writes the
 * ledger: the use case that acts does.
 */
@NullMarked
package redress.complaint;

import org.jspecify.annotations.NullMarked;
