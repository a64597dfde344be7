/**
 * Owns the complaint with its incident, allegations, subjects, complainants and victims, its number and its receipt
 * code. May touch the roster, time and problem. Never knows the ledger: the use case that acts writes the act.
 */
@NullMarked
package redress.complaint;

import org.jspecify.annotations.NullMarked;
