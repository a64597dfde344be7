/**
 * Owns the clock, the working days, the days that an unsure date means, the way an instant is stored and the
 * time-sorted ids. May touch nothing. Never decides what a deadline means.
 */
@NullMarked
package redress.time;

import org.jspecify.annotations.NullMarked;
