package redress.lineup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;

/**
 * Complaints of which somebody said something together: that they are about the same person or patrol, or that they are
 * not. Somebody who may not see one of them does not see what was said of the others: half of it would say that there
 * is another half.
 *
 * @param id of what was said
 * @param label what the office calls it, empty where it has no name
 * @param reason why it was said
 * @param by who said it, by name where known
 * @param at when
 * @param members the numbers of the complaints
 */
record SaidTogether(long id, String label, String reason, String by, Instant at, List<String> members) {

    /** The columns that a statement selects, in their order; it is ordered by what was said, then by complaint. */
    static String columns(String id, String label, String by, String at) {
        return "SELECT %s, %s, reason, %s, n.display_name, %s, c.id, c.number, c.compartment, c.assignee"
                .formatted(id, label, by, at);
    }

    private record Row(
            SaidTogether said,
            long complaint,
            String compartment,
            @Nullable String assignee) {

        static Row of(ResultSet row) throws SQLException {
            SaidTogether said = new SaidTogether(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    Objects.requireNonNullElse(row.getString(5), row.getString(4)),
                    Tables.moment(row, 6),
                    List.of(row.getString(8)));
            return new Row(said, row.getLong(7), row.getString(9), row.getString(10));
        }

        boolean seenBy(Sight sight) {
            return sight.maySee(complaint, compartment, assignee);
        }
    }

    /** What a statement of those {@link #columns} finds and the reader may see whole, in its order. */
    static List<SaidTogether> read(Tables tables, String statement, Sight sight) {
        Map<Long, List<Row>> all = new LinkedHashMap<>();
        tables.read(Tables.Query.of(statement), Row::of)
                .forEach(row -> all.computeIfAbsent(row.said().id(), id -> new ArrayList<>())
                        .add(row));
        return all.values().stream()
                .filter(rows -> rows.stream().allMatch(row -> row.seenBy(sight)))
                .map(SaidTogether::whole)
                .toList();
    }

    private static SaidTogether whole(List<Row> rows) {
        SaidTogether first = rows.getFirst().said();
        return new SaidTogether(
                first.id(),
                first.label(),
                first.reason(),
                first.by(),
                first.at(),
                rows.stream().flatMap(row -> row.said().members().stream()).toList());
    }

    /** One value for the same complaints in whatever order. */
    static byte[] digest(Collection<Long> complaints) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return digest.digest(Tables.list(new TreeSet<>(complaints)).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK lacks SHA-256", e);
        }
    }
}
