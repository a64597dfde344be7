package redress.tracking;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.ledger.InclusionProof;
import redress.web.Page;
import redress.web.View;

/** Where the complaint stands, what was done, what comes next, and the proof that it is there. */
public final class FoundPage implements Page {

    private final Tracked tracked;

    FoundPage(Tracked tracked) {
        this.tracked = tracked;
    }

    /** One thing that was done, in the reader's language. */
    public record Told(String at, String text) {}

    /** The proof as it is shown: numbers and hashes in base64. */
    public record Proof(String entry, String size, String leaf, String root, List<String> path) {}

    @Override
    public boolean secret() {
        return true;
    }

    /** The complaint number. */
    public String number() {
        return tracked.number();
    }

    /** When it came in. */
    public String received(View v) {
        return v.moment(tracked.receivedAt());
    }

    /** The stage in plain words, and below what it means. */
    public String stage(View v) {
        return v.t("tracking.stage." + tracked.stage());
    }

    /** What the stage means. */
    public String meaning(View v) {
        return v.t("tracking.stage." + tracked.stage() + ".means");
    }

    /** The next step and its day. */
    public String next(View v) {
        if (!tracked.stage().open()) {
            return v.t("tracking.next.over");
        }
        LocalDate due = tracked.dueOn();
        if (due == null) {
            return v.t("tracking.next.none");
        }
        String step = tracked.stage().awaitsTriage() ? "decide" : "due";
        return v.t("tracking.next." + step + (tracked.late() ? ".late" : ""), v.date(due));
    }

    /** What was done, the oldest first. */
    public List<Told> steps(View v) {
        return tracked.steps().stream()
                .map(step -> new Told(v.moment(step.at()), v.t("tracking.act." + step.text())))
                .toList();
    }

    /** Whether the complaint has its place in the log. */
    public boolean placed() {
        return tracked.proof() != null;
    }

    /** The proof, if it holds. */
    public @Nullable Proof proof(View v) {
        return tracked.proven()
                .filter(InclusionProof::holds)
                .map(proof -> new Proof(
                        v.number(proof.position() + 1),
                        v.number(proof.head().size()),
                        base64(proof.leafHash()),
                        base64(proof.head().root()),
                        proof.hashes().stream().map(FoundPage::base64).toList()))
                .orElse(null);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
