/**
 * Owns names and contacts, sealed under a key of their own. May touch problem and wiring. Never logs, indexes or
 * exports.
 */
@NullMarked
package redress.vault;

import org.jspecify.annotations.NullMarked;
