package redress.lineup;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;
import redress.time.Ids;
import redress.wiring.Insertion;
import redress.wiring.Part;

/** What people confirmed about who a subject is. A confirmation that was taken back stays as a row. */
@Part
class Identifications {

    private static final String STANDING = "SELECT i.id, i.unit_before, i.reason, i.confirmed_by, n.display_name,"
            + " i.confirmed_at FROM identification i LEFT JOIN colleague n ON n.actor = i.confirmed_by"
            + " WHERE i.standing = ?";

    private final Tables tables;

    @Inject
    Identifications(Tables tables) {
        this.tables = tables;
    }

    /** A confirmation that stands, with the unit that the subject had before. */
    record Standing(long id, @Nullable Long unitBefore, Lineup.Confirmed told) {}

    /** Who did something, when and why. */
    record Word(String reason, String actor, Instant at) {}

    /** The confirmation that stands for a subject. */
    Optional<Standing> standing(long subject) {
        return tables
                .read(
                        Tables.Query.of(STANDING, subject),
                        row -> new Standing(
                                row.getLong(1),
                                Tables.key(row, 2),
                                new Lineup.Confirmed(
                                        row.getString(3),
                                        Objects.requireNonNullElse(row.getString(5), row.getString(4)),
                                        Tables.moment(row, 6))))
                .stream()
                .findFirst();
    }

    /** Keeps a confirmation; the unit is the one that the subject has now. */
    void add(Accusations.Found found, long officer, Word word) {
        long subject = found.subject().id();
        tables.add(Insertion.into(
                        "identification",
                        "id",
                        "complaint_id",
                        "subject_id",
                        "officer_id",
                        "unit_before",
                        "reason",
                        "confirmed_by",
                        "confirmed_at",
                        "standing")
                .row(
                        Ids.next(),
                        found.complaint().id(),
                        subject,
                        officer,
                        found.subject().unit().orElse(null),
                        word.reason(),
                        word.actor(),
                        word.at(),
                        subject));
    }

    /** Takes a confirmation back; refuses where somebody else just did. */
    void undo(long id, Word word) {
        int undone = tables.change(
                "UPDATE identification SET standing = NULL, undone_reason = ?, undone_by = ?, undone_at = ?"
                        + " WHERE id = ? AND standing IS NOT NULL",
                word.reason(),
                word.actor(),
                word.at(),
                id);
        if (undone != 1) {
            throw Problem.of(Problem.Kind.CONFLICT, "not-confirmed", "Nobody's confirmation stands here any more.");
        }
    }
}
