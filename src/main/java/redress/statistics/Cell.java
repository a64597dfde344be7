package redress.statistics;

import org.jspecify.annotations.Nullable;

/**
 * One published number, or the place where one is hidden.
 *
 * @param figure the table
 * @param institution the code of the service, "-" where none is known
 * @param year the year of receipt
 * @param name the group of categories or the finding; empty for complaints
 * @param shown the number; null where it is hidden
 */
public record Cell(
        Figure figure,
        String institution,
        int year,
        String name,
        @Nullable Integer shown) {}
