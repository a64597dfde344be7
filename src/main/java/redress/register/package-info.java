/**
 * Owns the import of old registers: the mapping file, the reading of its source files, and the writing of units,
 * officers, postings and complaints in batches of about a thousand rows with one act each. May touch the ledger's way
 * to make an act, and ids. Never runs inside the server, never drops a row without counting it, and never lets a row's
 * content into a log.
 */
@NullMarked
package redress.register;

import org.jspecify.annotations.NullMarked;
