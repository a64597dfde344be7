/**
 * Owns the question who the accused is: candidate officers for a name or number as somebody told it, the link of a
 * subject to an officer that a person confirmed, proposals of complaints about the same unknown person or patrol, and
 * the clusters that a person confirmed. May touch access, complaint, ledger, likeness, names, problem, search, time,
 * web and wiring, and reads the tables of the roster. Never links anything by itself, and never lets a complaint that
 * the reader may not see shape what is proposed.
 */
@NullMarked
package redress.lineup;

import org.jspecify.annotations.NullMarked;
