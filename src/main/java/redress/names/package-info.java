/**
 * Owns names across spellings and scripts, and fragments of badge and plate numbers: folding, search keys, candidates
 * with a score and reasons. May touch no other room; stands on ICU4J, Commons Codec and the language. Never links
 * anything and never stores or logs a name: a person confirms what is proposed here.
 */
@NullMarked
package redress.names;

import org.jspecify.annotations.NullMarked;
