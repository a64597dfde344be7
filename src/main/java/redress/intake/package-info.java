/**
 * Owns the taking in of complaints: the public form, the programming interface, the receipt, the guard against a second
 * send. May touch complaint, vault, profile, ledger, access, time, web and problem. Never decides on a complaint.
 */
@NullMarked
package redress.intake;

import org.jspecify.annotations.NullMarked;
