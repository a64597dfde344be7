package redress.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redress.complaint.Stage;
import redress.ledger.InclusionProof;

/**
 * A complaint as the person who sent it may see it.
 *
 * @param number the complaint number
 * @param receivedAt when it came in
 * @param stage where it stands
 * @param dueOn the day of the next step, or null where none is set
 * @param late whether that day has passed
 * @param steps what was done, the oldest first
 * @param messages what the commission and the person wrote to each other, the oldest first
 * @param proof that the complaint stands in the public log, or null until it has its place there
 */
public record Tracked(
        String number,
        Instant receivedAt,
        Stage stage,
        @Nullable LocalDate dueOn,
        boolean late,
        List<Step> steps,
        List<Message> messages,
        @Nullable InclusionProof proof) {

    /**
     * One thing that was done.
     *
     * @param at when
     * @param text the last part of the key of the text that tells it
     */
    public record Step(Instant at, String text) {}

    /**
     * A message.
     *
     * @param at when
     * @param own whether the person wrote it who reads it
     * @param text the words; null where they were erased
     */
    public record Message(Instant at, boolean own, @Nullable String text) {}

    /** The proof where there is one. */
    public Optional<InclusionProof> proven() {
        return Optional.ofNullable(proof);
    }
}
