package redress.pattern;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;
import redress.time.Ids;
import redress.wiring.Part;

/**
 * Reads the clusters that people confirmed. Somebody who may not see one of its complaints does not see the cluster.
 */
@Part
class Clusters {

    private static final String STANDING = "SELECT k.label, c.id, c.compartment, c.assignee, i.began_on"
            + " FROM officer_cluster k JOIN officer_cluster_member m ON m.cluster_id = k.id"
            + " JOIN complaint c ON c.id = m.complaint_id JOIN incident i ON i.id = c.incident_id"
            + " WHERE k.id = ? AND k.standing IS NOT NULL ORDER BY c.id";

    private final Tables tables;

    @Inject
    Clusters(Tables tables) {
        this.tables = tables;
    }

    private record Row(
            String label,
            long complaint,
            boolean seen,
            @Nullable LocalDate day) {}

    /** The cluster with this id, if it stands and all of it may be seen. */
    Optional<Cluster> find(String text, Sight sight) {
        OptionalLong id = Ids.find(text);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = tables.read(
                Tables.Query.of(STANDING, id.getAsLong()),
                row -> new Row(
                        row.getString(1),
                        row.getLong(2),
                        sight.maySee(row.getLong(2), row.getString(3), row.getString(4)),
                        Tables.day(row, 5)));
        return rows.isEmpty() || !rows.stream().allMatch(Row::seen)
                ? Optional.empty()
                : Optional.of(cluster(Ids.text(id.getAsLong()), rows));
    }

    private static Cluster cluster(String id, List<Row> rows) {
        List<LocalDate> days =
                rows.stream().map(Row::day).filter(Objects::nonNull).sorted().toList();
        return new Cluster(
                id,
                rows.getFirst().label(),
                rows.stream().map(Row::complaint).collect(Collectors.toSet()),
                days.isEmpty() ? null : days.getFirst(),
                days.isEmpty() ? null : days.getLast());
    }
}
