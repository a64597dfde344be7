/**
 * Owns the first decision on a complaint: jurisdiction, route and reason. May touch complaint, ledger, access, profile
 * and problem. Never investigates.
 */
@NullMarked
package redress.triage;

import org.jspecify.annotations.NullMarked;
