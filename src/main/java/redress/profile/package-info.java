/**
 * Owns the country: its institutions, places, allegation categories, languages, deadlines, rules and equal names, read
 * from one folder and kept in the database as dated code lists. May touch names, time, problem, web and wiring. Never
 * holds a complaint.
 */
@NullMarked
package redress.profile;

import org.jspecify.annotations.NullMarked;
