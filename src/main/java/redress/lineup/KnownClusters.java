package redress.lineup;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redress.access.Sight;
import redress.complaint.Together;
import redress.problem.Problem;
import redress.time.Ids;
import redress.wiring.Insertion;
import redress.wiring.Part;

/**
 * The clusters that people confirmed. Somebody who may not see one of its complaints does not see the cluster: half of
 * it would say that there is another half. What was taken back stays as a row. No cluster stands of complaints of which
 * it stands that they are not about the same; whoever writes holds the complaints, so that nobody says that meanwhile.
 */
@Part
class KnownClusters {

    private static final String PARTS = "SELECT p.cluster_id, p.part_id, k.label FROM officer_cluster_part p"
            + " JOIN officer_cluster k ON k.id = p.part_id ORDER BY p.cluster_id, p.part_id";

    private final Tables tables;
    private final Together together;
    private final ClusterDenials denials;

    @Inject
    KnownClusters(Tables tables, Together together, ClusterDenials denials) {
        this.tables = tables;
        this.together = together;
        this.denials = denials;
    }

    /** That a cluster was joined out of another, with what that one is called. */
    private record Joined(long cluster, long part, String label) {}

    /** Those that stand and of which every complaint may be seen, the newest first. */
    List<ClusterBoard.Standing> standing(Sight sight) {
        Map<Long, List<String>> joined = tables.read(Tables.Query.of(PARTS), KnownClusters::joined).stream()
                .collect(Collectors.groupingBy(
                        Joined::cluster, Collectors.mapping(Joined::label, Collectors.toUnmodifiableList())));
        return together.clusters(sight::maySee).stream()
                .map(said -> new ClusterBoard.Standing(
                        Ids.text(said.id()),
                        said.label(),
                        said.reason(),
                        said.by(),
                        said.at(),
                        said.members(),
                        joined.getOrDefault(said.id(), List.of())))
                .toList();
    }

    /**
     * Keeps a cluster of these complaints; refuses where the very same ones stand in one already or were said not to be
     * about the same.
     */
    long add(String label, Collection<Long> complaints, Identifications.Word word) {
        denials.refuse(complaints);
        long id = Ids.next();
        Insertion cluster = Insertion.whereFree(
                        "officer_cluster", "id", "label", "reason", "confirmed_by", "confirmed_at", "standing")
                .row(id, label, word.reason(), word.actor(), word.at(), Tables.digest(complaints));
        if (tables.add(cluster) != 1) {
            throw stands();
        }
        Insertion members = Insertion.into("officer_cluster_member", "cluster_id", "complaint_id");
        complaints.forEach(complaint -> members.row(id, complaint));
        tables.add(members);
        return id;
    }

    /**
     * Keeps a cluster that takes the place of others; refuses where one of these does not stand any more, and as
     * {@link #add} does.
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
     * took it back, or where one of those could not be confirmed now.
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
        refuse(complaints);
        denials.refuse(complaints);
        tables.change("UPDATE officer_cluster SET standing = ? WHERE id = ?", Tables.digest(complaints), part);
    }

    /** Refuses where these very complaints stand in a cluster. */
    void refuse(Collection<Long> complaints) {
        if (!tables.read(
                        Tables.Query.of("SELECT id FROM officer_cluster WHERE standing = ?", Tables.digest(complaints)),
                        row -> row.getLong(1))
                .isEmpty()) {
            throw stands();
        }
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
}
