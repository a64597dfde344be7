/**
 * Owns the complainant's view: what somebody sees who comes back with a receipt code. May touch the complaint, its
 * correspondence, the ledger and the web rooms. Never shows a name, a member of staff or anything that the complaint
 * itself does not concern, and never tells an unknown code from one that is nobody's.
 */
@NullMarked
package redress.tracking;

import org.jspecify.annotations.NullMarked;
