/** Owns the one way in which the office says no. May touch nothing. Never knows HTTP. */
@NullMarked
package redress.problem;

import org.jspecify.annotations.NullMarked;
