package redress.pattern;

import java.time.LocalDate;

/**
 * Where somebody served.
 *
 * @param officer the id of the officer
 * @param unit the key of the unit
 * @param from the first day
 * @param to the last day, included
 */
record Posting(long officer, String unit, LocalDate from, LocalDate to) {}
