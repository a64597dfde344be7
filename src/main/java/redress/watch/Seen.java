package redress.watch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import redress.access.Sight;

/**
 * A condition on complaints {@code c}, to be put behind others: received from one day to another, UTC, and seen by
 * somebody.
 *
 * @param condition begins with AND
 * @param values the values of its question marks
 */
record Seen(String condition, List<Object> values) {

    static Seen between(LocalDate from, LocalDate to, Sight sight) {
        Sight.Sql seen = sight.sql("c");
        List<Object> values =
                new ArrayList<>(List.of(from.atStartOfDay(), to.plusDays(1).atStartOfDay()));
        values.addAll(seen.parameters());
        return new Seen(" AND c.received_at >= ? AND c.received_at < ? AND " + seen.text(), values);
    }
}
