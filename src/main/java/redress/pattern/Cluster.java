package redress.pattern;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Complaints of which a person said that they are about the same unknown person or patrol.
 *
 * @param id as people see it
 * @param label what the office calls it
 * @param members the ids of the complaints
 * @param first the day of the first incident, or null where no day is known
 * @param last the day of the last one, or null
 */
record Cluster(
        String id,
        String label,
        Set<Long> members,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {}
