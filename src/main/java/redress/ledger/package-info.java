/**
 * Owns the acts, their numbering, the tree over them, its signed heads and the promises on a receipt. May touch merkle
 * and time. Never holds a name, a narrative or a code: only salted commitments to them.
 */
@NullMarked
package redress.ledger;

import org.jspecify.annotations.NullMarked;
