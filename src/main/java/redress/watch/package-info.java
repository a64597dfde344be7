/**
 * Owns watches: searches and early-warning rules that staff leave running, what they bring up, and what was done about
 * it. May touch access, chance, ledger, problem, profile, search, time, web and wiring, and reads the tables of the
 * complaint, roster and desk rooms. Never tells anybody of a complaint that the owner of the watch, or the reader, may
 * not see now; never acts by itself.
 */
@NullMarked
package redress.watch;

import org.jspecify.annotations.NullMarked;
