/**
 * Owns the wiring of the server: the JAX-RS application, migrations at start. May touch every room. Never holds a rule.
 */
@NullMarked
package redress.portal;

import org.jspecify.annotations.NullMarked;
