/** Owns the stereotypes on which every bean stands. May touch nothing. Never holds a rule of the domain. */
@NullMarked
package redress.wiring;

import org.jspecify.annotations.NullMarked;
