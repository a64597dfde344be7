package redress.lineup;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import redress.access.Sight;
import redress.complaint.Together;
import redress.problem.Problem;
import redress.time.Ids;
import redress.wiring.Insertion;
import redress.wiring.Part;

/**
 * Which complaints people said not to be about the same person or patrol. As with a cluster, somebody who may not see
 * one of the complaints does not see the answer. What was taken back stays as a row.
 */
@Part
class ClusterDenials {

    private final Tables tables;
    private final Together together;

    @Inject
    ClusterDenials(Tables tables, Together together) {
        this.tables = tables;
        this.together = together;
    }

    /** Those that stand and of which every complaint may be seen, the newest first. */
    List<ClusterBoard.Denied> standing(Sight sight) {
        return together.denials(sight::maySee).stream()
                .map(said -> new ClusterBoard.Denied(
                        Ids.text(said.id()), said.reason(), said.by(), said.at(), said.members()))
                .toList();
    }

    /**
     * Keeps that these complaints are not about the same; refuses where somebody said so of the very same ones already.
     *
     * @return the id of the answer
     */
    long add(Collection<Long> complaints, Identifications.Word word) {
        long id = Ids.next();
        Insertion denial = Insertion.whereFree("cluster_denial", "id", "reason", "denied_by", "denied_at", "standing")
                .row(id, word.reason(), word.actor(), word.at(), Tables.digest(complaints));
        if (tables.add(denial) != 1) {
            throw stands();
        }
        Insertion members = Insertion.into("cluster_denial_member", "denial_id", "complaint_id");
        complaints.forEach(complaint -> members.row(id, complaint));
        tables.add(members);
        return id;
    }

    /** Refuses where somebody said of these very complaints that they are not about the same. */
    void refuse(Collection<Long> complaints) {
        if (!tables.read(
                        Tables.Query.of("SELECT id FROM cluster_denial WHERE standing = ?", Tables.digest(complaints)),
                        row -> row.getLong(1))
                .isEmpty()) {
            throw stands();
        }
    }

    /** Takes an answer back; refuses where somebody else just did. */
    void undo(long denial, Identifications.Word word) {
        int undone = tables.change(
                "UPDATE cluster_denial SET standing = NULL, undone_reason = ?, undone_by = ?, undone_at = ?"
                        + " WHERE id = ? AND standing IS NOT NULL",
                word.reason(),
                word.actor(),
                word.at(),
                denial);
        if (undone != 1) {
            throw Problem.of(Problem.Kind.CONFLICT, "not-confirmed", "Nobody's answer stands here any more.");
        }
    }

    private static Problem stands() {
        return Problem.of(
                Problem.Kind.CONFLICT, "denial-stands", "Somebody said that this is not so. Take that back first.");
    }
}
