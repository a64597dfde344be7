/**
 * Owns what staff look at: the queue, the sheet of one complaint with its timeline, the directory of colleagues. May
 * touch complaint, correspondence, triage, vault, profile, ledger, access, web, time and problem. Never decides: the
 * decision is triage's.
 */
@NullMarked
package redress.desk;

import org.jspecify.annotations.NullMarked;
