/**
 * Owns the dossier: what the complaints of one unit, officer, commander, place, cluster or search look like beside
 * those of its peers, and what of it is more than expected by chance. May touch access, chance, ledger, likeness,
 * names, problem, search, time, web and wiring, and reads the tables of the complaint and roster rooms. Never says why
 * a number is high, and never counts a complaint that the reader may not see.
 */
@NullMarked
package redress.pattern;

import org.jspecify.annotations.NullMarked;
