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
import java.util.stream.Collectors;
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

    private static final String PARTS = "SELECT p.cluster_id, p.part_id, k.label FROM officer_cluster_part p"
            + " JOIN officer_cluster k ON k.id = p.part_id ORDER BY p.cluster_id, p.part_id";

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

    /** That a cluster was joined out of another, with what that one is called. */
    private record Joined(long cluster, long part, String label) {}

    /** Those that stand and of which every complaint may be seen, the newest first. */
    List<ClusterBoard.Standing> standing(Sight sight) {
        Map<Long, List<Row>> clusters = new LinkedHashMap<>();
        tables.read(Tables.Query.of(STANDING), KnownClusters::row)
                .forEach(row -> clusters.computeIfAbsent(row.cluster(), id -> new ArrayList<>())
                        .add(row));
        Map<Long, List<String>> joined = tables.read(Tables.Query.of(PARTS), KnownClusters::joined).stream()
                .collect(Collectors.groupingBy(
                        Joined::cluster, Collectors.mapping(Joined::label, Collectors.toUnmodifiableList())));
        return clusters.values().stream()
                .filter(rows ->
                        rows.stream().allMatch(row -> sight.maySee(row.complaint(), row.compartment(), row.assignee())))
                .map(rows -> told(rows, joined.getOrDefault(rows.getFirst().cluster(), List.of())))
                .toList();
    }

    private static ClusterBoard.Standing told(List<Row> rows, List<String> joined) {
        Row first = rows.getFirst();
        return new ClusterBoard.Standing(
                Ids.text(first.cluster()),
                first.label(),
                first.reason(),
                first.by(),
                first.at(),
                rows.stream().map(Row::number).toList(),
                joined);
    }

    /** Keeps a cluster of these complaints; refuses where the very same ones stand in one already. */
    long add(String label, Collection<Long> complaints, Identifications.Word word) {
        long id = Ids.next();
        Insertion cluster = Insertion.whereFree(
                        "officer_cluster", "id", "label", "reason", "confirmed_by", "confirmed_at", "standing")
                .row(id, label, word.reason(), word.actor(), word.at(), digest(complaints));
        if (tables.add(cluster) != 1) {
            throw stands();
        }
        Insertion members = Insertion.into("officer_cluster_member", "cluster_id", "complaint_id");
        complaints.forEach(complaint -> members.row(id, complaint));
        tables.add(members);
        return id;
    }

    /**
     * Keeps a cluster that takes the place of others; refuses where one of these does not stand any more, or where the
     * very same complaints stand in yet another one.
     */
    long join(String label, Collection<Long> complaints, Collection<Long> parts, Identifications.Word word) {
        for (long part : parts) {
            stood(tables.change(
                    "UPDATE officer_cluster SET standing = NULL WHERE id = ? AND standing IS NOT NULL", part));
        }
        long id = add(label, complaints, word);
        Insertion rows = Insertion.into("officer_cluster_part", "cluster_id", "part_id");
        parts.forEach(part -> rows.row(id, part));
        tables.add(rows);
        return id;
    }

    /**
     * Takes a cluster back, and lets those out of which it was joined stand again; refuses where somebody else just
     * took it back.
     */
    void undo(long cluster, Identifications.Word word) {
        stood(tables.change(
                "UPDATE officer_cluster SET standing = NULL, undone_reason = ?, undone_by = ?, undone_at = ?"
                        + " WHERE id = ? AND standing IS NOT NULL",
                word.reason(),
                word.actor(),
                word.at(),
                cluster));
        tables.read(Tables.Query.of(PARTS), KnownClusters::joined).stream()
                .filter(joined -> joined.cluster() == cluster)
                .forEach(joined -> restore(joined.part()));
    }

    private void restore(long part) {
        List<Long> complaints = tables.read(
                Tables.Query.of("SELECT complaint_id FROM officer_cluster_member WHERE cluster_id = ?", part),
                row -> row.getLong(1));
        byte[] standing = digest(complaints);
        if (!tables.read(
                        Tables.Query.of("SELECT id FROM officer_cluster WHERE standing = ?", (Object) standing),
                        row -> row.getLong(1))
                .isEmpty()) {
            throw stands();
        }
        tables.change("UPDATE officer_cluster SET standing = ? WHERE id = ?", standing, part);
    }

    private static void stood(int changed) {
        if (changed != 1) {
            throw Problem.of(Problem.Kind.CONFLICT, "not-confirmed", "Nobody's confirmation stands here any more.");
        }
    }

    private static Problem stands() {
        return Problem.of(
                Problem.Kind.CONFLICT, "cluster-stands", "These complaints stand together in a cluster already.");
    }

    private static Joined joined(ResultSet row) throws SQLException {
        return new Joined(row.getLong(1), row.getLong(2), row.getString(3));
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
