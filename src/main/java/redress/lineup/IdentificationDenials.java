package redress.lineup;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import redress.problem.Problem;
import redress.time.Ids;
import redress.wiring.Insertion;
import redress.wiring.Part;

/** Which officers people said a subject not to be. An answer that was taken back stays as a row. */
@Part
class IdentificationDenials {

    private static final String STANDING = "SELECT d.officer_id, d.reason, d.denied_by, n.display_name, d.denied_at"
            + " FROM identification_denial d LEFT JOIN colleague n ON n.actor = d.denied_by"
            + " WHERE d.standing = ? ORDER BY d.id DESC";

    private final Tables tables;

    @Inject
    IdentificationDenials(Tables tables) {
        this.tables = tables;
    }

    /** An officer whom the subject is said not to be, with who said so. */
    record Denied(long officer, Lineup.Confirmed told) {}

    /** The answers that stand for a subject, the newest first. */
    List<Denied> standing(long subject) {
        return tables.read(
                Tables.Query.of(STANDING, subject),
                row -> new Denied(
                        row.getLong(1),
                        new Lineup.Confirmed(
                                row.getString(2),
                                Objects.requireNonNullElse(row.getString(4), row.getString(3)),
                                Tables.moment(row, 5))));
    }

    /** Keeps that the subject is not this officer; refuses where somebody said so already. */
    void add(Accusations.Found found, long officer, Identifications.Word word) {
        int added = tables.add(Insertion.whereFree(
                        "identification_denial",
                        "id",
                        "complaint_id",
                        "subject_id",
                        "officer_id",
                        "reason",
                        "denied_by",
                        "denied_at",
                        "standing")
                .row(
                        Ids.next(),
                        found.complaint().id(),
                        found.subject().id(),
                        officer,
                        word.reason(),
                        word.actor(),
                        word.at(),
                        found.subject().id()));
        if (added != 1) {
            throw stands();
        }
    }

    /** Refuses where somebody said that the subject is not this officer. */
    void refuse(long subject, long officer) {
        if (standing(subject).stream().anyMatch(denied -> denied.officer() == officer)) {
            throw stands();
        }
    }

    /** Takes an answer back; refuses where none stands. */
    void undo(long subject, long officer, Identifications.Word word) {
        int undone = tables.change(
                "UPDATE identification_denial SET standing = NULL, undone_reason = ?, undone_by = ?, undone_at = ?"
                        + " WHERE standing = ? AND officer_id = ?",
                word.reason(),
                word.actor(),
                word.at(),
                subject,
                officer);
        if (undone != 1) {
            throw Problem.of(Problem.Kind.CONFLICT, "not-confirmed", "Nobody's answer stands here any more.");
        }
    }

    private static Problem stands() {
        return Problem.of(
                Problem.Kind.CONFLICT, "denial-stands", "Somebody said that this is not so. Take that back first.");
    }
}
