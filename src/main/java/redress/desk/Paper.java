package redress.desk;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A message, note or letter as staff see it.
 *
 * @param id its id, as people see ids
 * @param kind message, note or letter: the name of the kind
 * @param direction IN, OUT or INSIDE
 * @param at when it was written or recorded
 * @param who who wrote or recorded it: a name, or null for the complainant
 * @param party of a letter: to whom or from whom it is
 * @param subject of a letter: what it is about
 * @param dated of a letter: the day that it bears
 * @param text the words; null where they were erased
 */
public record Paper(
        String id,
        String kind,
        String direction,
        Instant at,
        @Nullable String who,
        @Nullable String party,
        @Nullable String subject,
        @Nullable LocalDate dated,
        @Nullable String text) {}
