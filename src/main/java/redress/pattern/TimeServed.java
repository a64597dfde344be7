package redress.pattern;

import org.jspecify.annotations.Nullable;

/**
 * A time in which an officer served in a unit or commanded it, as the register of the institution says.
 *
 * @param unit the key of the unit, such as police/EB-12
 * @param name its name
 * @param from the first day, such as 2024-01-31; null where nobody knows it
 * @param to the last day, included; null where it goes on or nobody knows its end
 */
public record TimeServed(
        String unit,
        String name,
        @Nullable String from,
        @Nullable String to) {}
