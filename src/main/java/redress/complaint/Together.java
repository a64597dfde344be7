package redress.complaint;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;
import redress.wiring.Repository;

/**
 * What people said of several complaints together, and nobody took back. Somebody who may not see one of these
 * complaints does not see what was said of the others: half of it would say that there is another half. It is said and
 * taken back in the room {@code lineup}.
 */
@Repository
public class Together {

    private static final String ROWS = "SELECT s.id, %s, s.reason, s.%s, n.display_name, s.%s, c.id, c.number,"
            + " c.compartment, c.assignee FROM %s s JOIN %s m ON m.%s = s.id JOIN complaint c ON c.id = m.complaint_id"
            + " LEFT JOIN colleague n ON n.actor = s.%2$s WHERE s.standing IS NOT NULL";
    private static final String ORDER = " ORDER BY s.id DESC, c.id";
    private static final String CLUSTERS = ROWS.formatted(
            "s.label", "confirmed_by", "confirmed_at", "officer_cluster", "officer_cluster_member", "cluster_id");
    private static final String WITH =
            " AND s.id IN (SELECT cluster_id FROM officer_cluster_member WHERE complaint_id = ?)";
    private static final String DENIALS =
            ROWS.formatted("''", "denied_by", "denied_at", "cluster_denial", "cluster_denial_member", "denial_id");

    private final DataSource dataSource;

    @Inject
    Together(DataSource dataSource) {
        this.dataSource = dataSource;
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
                    row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                    List.of(row.getString(8)));
            return new Row(said, row.getLong(7), row.getString(9), row.getString(10));
        }

        boolean seenBy(Onlooker onlooker) {
            return onlooker.maySee(complaint, compartment, assignee);
        }
    }

    /** The clusters of which every complaint may be seen, the newest first. */
    public List<SaidTogether> clusters(Onlooker onlooker) {
        return read(CLUSTERS + ORDER, onlooker);
    }

    /** Of these the ones in which this complaint stands. */
    public List<SaidTogether> clustersWith(long complaint, Onlooker onlooker) {
        return read(CLUSTERS + WITH + ORDER, onlooker, complaint);
    }

    /** The answers "not the same" of which every complaint may be seen, the newest first. */
    public List<SaidTogether> denials(Onlooker onlooker) {
        return read(DENIALS + ORDER, onlooker);
    }

    private List<SaidTogether> read(String text, Onlooker onlooker, Object... values) {
        Map<Long, List<Row>> all = new LinkedHashMap<>();
        rows(text, values)
                .forEach(row -> all.computeIfAbsent(row.said().id(), id -> new ArrayList<>())
                        .add(row));
        return all.values().stream()
                .filter(rows -> rows.stream().allMatch(row -> row.seenBy(onlooker)))
                .map(Together::whole)
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

    private List<Row> rows(String text, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<Row> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(Row.of(rows));
                }
            }
            return found;
        } catch (SQLException broken) {
            System.getLogger(Together.class.getName())
                    .log(System.Logger.Level.WARNING, "A query failed, SQL state {0}", broken.getSQLState());
            throw Problem.of(Problem.Kind.UNAVAILABLE, "database-unavailable", "The database does not answer.");
        }
    }
}
