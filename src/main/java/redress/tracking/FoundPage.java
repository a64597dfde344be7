package redress.tracking;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.complaint.ReceiptCode;
import redress.ledger.InclusionProof;
import redress.time.Ids;
import redress.web.Form;
import redress.web.Page;
import redress.web.View;

/** Where the complaint stands, what was done, what comes next, and the proof that it is there. */
public final class FoundPage implements Page {

    /** How many messages are shown before somebody asks for all of them: the page stays small on a bad line. */
    private static final int SHOWN = 6;

    private final Tracked tracked;
    private final ReceiptCode code;
    private final Form form;
    private final boolean written;
    private final boolean all;

    /**
     * The complaint of a code.
     *
     * @param form the message as typed so far, with what is wrong in it
     * @param written whether a message was just taken in
     * @param all whether all messages are shown
     */
    FoundPage(Tracked tracked, ReceiptCode code, Form form, boolean written, boolean all) {
        this.tracked = tracked;
        this.code = code;
        this.form = form;
        this.written = written;
        this.all = all;
    }

    /** One thing that was done, in the reader's language. */
    public record Told(String at, String text) {}

    /** A message, in the reader's language but for its words. */
    public record Message(String at, String who, @Nullable String text) {}

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

    /** The messages that are shown, the oldest first. */
    public List<Message> messages(View v) {
        List<Tracked.Message> messages = tracked.messages();
        return messages.subList(Math.max(0, all ? 0 : messages.size() - SHOWN), messages.size()).stream()
                .map(message -> new Message(
                        v.moment(message.at()),
                        v.t(message.own() ? "tracking.message.you" : "tracking.message.we"),
                        message.text()))
                .toList();
    }

    /** How many earlier messages are not shown. */
    public int earlier() {
        return all ? 0 : Math.max(0, tracked.messages().size() - SHOWN);
    }

    /** The code, which the forms of the page carry. */
    public String code() {
        return code.digits();
    }

    /** What the next message is called, so that it is kept once however often it is sent. */
    public String key() {
        return Ids.text(Ids.next());
    }

    /** The message as typed so far. */
    public Form form() {
        return form;
    }

    /** Whether a message was just taken in. */
    public boolean written() {
        return written;
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

    /** Says nothing, because it holds a code. */
    @Override
    public String toString() {
        return "FoundPage[]";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
