/**
 * Owns who acts and what that actor may do and see: actors, roles, sign-in, sessions, bearer tokens, the refusal of
 * every route that declares nothing, and {@link redress.access.Sight}. May touch {@code problem}, {@code time} and
 * {@code wiring}. Never decides on the content of a complaint, never logs a name, a token or a path with parameters.
 */
@NullMarked
package redress.access;

import org.jspecify.annotations.NullMarked;
