/**
 * Owns the search index of a node: how complaints become documents, the one follower that keeps the index in step with
 * the ledger, and questions to it with the policy inside. May touch the ledger, access, likeness, names, web and
 * problem rooms, and reads the tables of the complaint, triage and roster rooms. Never a source of truth, never in the
 * path of a receipt, never given what the vault holds.
 */
@NullMarked
package redress.search;

import org.jspecify.annotations.NullMarked;
