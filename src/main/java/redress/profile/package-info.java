/**
 * Owns the country: its institutions, places, allegation categories, languages, deadlines and rules, read from one
 * folder and kept in the database as dated code lists. May touch time, problem and wiring. Never holds a complaint.
 */
@NullMarked
package redress.profile;

import org.jspecify.annotations.NullMarked;
