/**
 * Owns the records that the components under {@code src/main/jte/kit} take. May touch nothing of ours. Never knows the
 * domain: the kit can be taken out and used elsewhere.
 */
@NullMarked
package redress.web.kit;

import org.jspecify.annotations.NullMarked;
