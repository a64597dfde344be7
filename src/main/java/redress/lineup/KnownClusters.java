package redress.lineup;

import jakarta.inject.Inject;
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
import redress.problem.Problem;
import redress.time.Ids;
import redress.wiring.Insertion;
import redress.wiring.Part;

/**
 * The clusters that people confirmed. Somebody who may not see one of its complaints does not see the cluster: half of
 * it would say that there is another half. What was taken back stays as a row.
 */
@Part
class KnownClusters {

    private static final String STANDING = "SELECT k.id, k.label, k.reason, k.confirmed_by, n.display_name,"
            + " k.confirmed_at, c.id, c.number, c.compartment, c.assignee FROM officer_cluster k"
            + " JOIN officer_cluster_member m ON m.cluster_id = k.id JOIN complaint c ON c.id = m.complaint_id"
            + " LEFT JOIN colleague n ON n.actor = k.confirmed_by WHERE k.standing IS NOT NULL"
            + " ORDER BY k.id DESC, c.id";

    private final Tables tables;

    @Inject
    KnownClusters(Tables tables) {
        this.tables = tables;
    }

    private record Row(
            long cluster,
            String label,
            String reason,
            String by,
            Instant at,
            long complaint,
            String number,
            String compartment,
            @Nullable String assignee) {}

    /** Those that stand and of which every complaint may be seen, the newest first. */
    List<ClusterBoard.Standing> standing(Sight sight) {
        Map<Long, List<Row>> clusters = new LinkedHashMap<>();
        tables.read(Tables.Query.of(STANDING), KnownClusters::row)
                .forEach(row -> clusters.computeIfAbsent(row.cluster(), id -> new ArrayList<>())
                        .add(row));
        return clusters.values().stream()
                .filter(rows ->
                        rows.stream().allMatch(row -> sight.maySee(row.complaint(), row.compartment(), row.assignee())))
                .map(KnownClusters::told)
                .toList();
    }

    private static ClusterBoard.Standing told(List<Row> rows) {
        Row first = rows.getFirst();
        return new ClusterBoard.Standing(
                Ids.text(first.cluster()),
                first.label(),
                first.reason(),
                first.by(),
                first.at(),
                rows.stream().map(Row::number).toList());
    }

    /** Keeps a cluster of these complaints; refuses where the very same ones stand in one already. */
    long add(String label, Collection<Long> complaints, Identifications.Word word) {
        long id = Ids.next();
        Insertion cluster = Insertion.whereFree(
                        "officer_cluster", "id", "label", "reason", "confirmed_by", "confirmed_at", "standing")
                .row(id, label, word.reason(), word.actor(), word.at(), digest(complaints));
        if (tables.add(cluster) != 1) {
            throw Problem.of(
                    Problem.Kind.CONFLICT, "cluster-stands", "These complaints stand together in a cluster already.");
        }
        Insertion members = Insertion.into("officer_cluster_member", "cluster_id", "complaint_id");
        complaints.forEach(complaint -> members.row(id, complaint));
        tables.add(members);
        return id;
    }

    /** Takes a cluster back; refuses where somebody else just did. */
    void undo(long cluster, Identifications.Word word) {
        int undone = tables.change(
                "UPDATE officer_cluster SET standing = NULL, undone_reason = ?, undone_by = ?, undone_at = ?"
                        + " WHERE id = ? AND standing IS NOT NULL",
                word.reason(),
                word.actor(),
                word.at(),
                cluster);
        if (undone != 1) {
            throw Problem.of(Problem.Kind.CONFLICT, "not-confirmed", "Nobody's confirmation stands here any more.");
        }
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

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Objects.requireNonNullElse(row.getString(5), row.getString(4)),
                Tables.moment(row, 6),
                row.getLong(7),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }
}
