/**
 * Owns the invented records of the demo country: units, officers, postings, complaints, and the patterns planted among
 * them. May touch the profile and the launcher. Never uses a row of a real register.
 */
@NullMarked
package redress.launch.demo;

import org.jspecify.annotations.NullMarked;
