/**
 * Owns the hashing of RFC 9162 (the same as RFC 6962) and the proofs that stand on it. May touch nothing but the
 * language. Never reads or writes anything: nodes are handed in and handed out.
 */
@NullMarked
package redress.merkle;

import org.jspecify.annotations.NullMarked;
