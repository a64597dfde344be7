package redress.pattern;

import java.time.LocalDate;
import java.time.YearMonth;
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
        @Nullable LocalDate last) {

    /** The question with all months of the cluster where it does not say which. */
    Question whole(Question question) {
        return new Question(
                question.kind(), question.value(), month(question.from(), first), month(question.to(), last));
    }

    private static @Nullable YearMonth month(@Nullable YearMonth asked, @Nullable LocalDate known) {
        return asked != null || known == null ? asked : YearMonth.from(known);
    }
}
