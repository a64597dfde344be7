/**
 * Owns public figures: their release, the hiding of small cells, the page and the download. May touch profile, ledger,
 * access, web, time, problem and wiring. Never answers a public route from the complaints themselves.
 */
@NullMarked
package redress.statistics;

import org.jspecify.annotations.NullMarked;
