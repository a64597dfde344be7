/**
 * Owns documents attached to complaints: their sealed content, their hash, their text and how it is read. May touch
 * access, complaint, ledger, problem, time, web and wiring. Never opens a document in its own process.
 */
@NullMarked
package redress.evidence;

import org.jspecify.annotations.NullMarked;
