/**
 * Owns what is written about a complaint after it came in: messages between the complainant and the commission,
 * internal notes of staff, letters. May touch the complaint, the ledger, access, time and problem. Never shows a page:
 * tracking shows messages to the complainant, the desk shows all of it to staff. Never changes the complaint itself.
 */
@NullMarked
package redress.correspondence;

import org.jspecify.annotations.NullMarked;
