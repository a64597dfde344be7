package redress.correspondence;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import redress.access.Actor;
import redress.access.NeedToKnow;
import redress.access.RecordKind;
import redress.access.Role;
import redress.access.Sight;
import redress.complaint.Complaint;
import redress.complaint.Complaints;
import redress.complaint.ReceiptCode;
import redress.ledger.Act;
import redress.ledger.ActKind;
import redress.ledger.Ledger;
import redress.ledger.NewAct;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.time.Ids;
import redress.wiring.UseCase;

/**
 * Writes messages, notes and letters, each with its act. A text that is sent twice with the same key is kept once. The
 * complaint itself is not changed and keeps its version: what the complainant writes never gets in the way of somebody
 * who decides.
 */
@UseCase
public class Correspondence {

    /** How many messages a complainant can send in a day: more would drown what the office has to read. */
    public static final int MOST_A_DAY = 30;

    private static final String COMPLAINANT = "complainant";
    private static final Role[] WRITERS = {Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER};

    private final Complaints complaints;
    private final Writings writings;
    private final NeedToKnow needToKnow;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Correspondence(
            Complaints complaints, Writings writings, NeedToKnow needToKnow, Ledger ledger, InstantSource clock) {
        this.complaints = complaints;
        this.writings = writings;
        this.needToKnow = needToKnow;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A message of the complainant.
     *
     * @param key what the sender calls this message, so that a repeat is known; blank for none
     * @throws Problem not found where the code is nobody's; invalid beside {@code text}
     */
    public void write(ReceiptCode code, String text, String key) {
        Complaint complaint = complaints.findByReceipt(code).orElseThrow(Problem::notFound);
        Draft draft = Draft.ofComplainant(text);
        draft.require("tracking.message");
        Instant now = clock.instant();
        if (!writings.add(complaint.id(), draft, null, now, sendKey(complaint, draft, COMPLAINANT, key))) {
            return;
        }
        if (writings.received(complaint.id(), now.minus(Duration.ofDays(1))) > MOST_A_DAY) {
            throw Problem.invalid(List.of(new FieldError("text", "tracking.message.many")));
        }
        ledger.append(NewAct.about(ActKind.MESSAGE_RECEIVED, complaint.id(), COMPLAINANT, content(draft)));
    }

    /**
     * A message to the complainant, a note or a letter.
     *
     * @param key as above
     * @return the id of the act, by which the caller's next search can wait for it; empty for a repeat
     * @throws Problem not found where the actor may not see the complaint, forbidden where the actor only reads,
     *     invalid beside the field
     */
    public OptionalLong record(String number, Draft draft, String key, Actor actor) {
        Complaint complaint = seen(number, actor);
        if (!mayWrite(actor)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "forbidden", "Your role reads complaints and does not write.");
        }
        draft.require("desk.record");
        Instant now = clock.instant();
        if (!writings.add(complaint.id(), draft, actor.id(), now, sendKey(complaint, draft, actor.id(), key))) {
            return OptionalLong.empty();
        }
        Act act = ledger.append(NewAct.about(kind(draft), complaint.id(), actor.id(), content(draft)));
        return OptionalLong.of(act.id());
    }

    /** Whether somebody writes on the complaints that are seen. */
    public boolean mayWrite(Actor actor) {
        return actor.hasAny(WRITERS);
    }

    /**
     * Erases the words of one message, note or letter; that it was there stays.
     *
     * @return the id of the act
     * @throws Problem not found where there is none with this complaint or the actor may not read it
     */
    public long erase(String number, long id, Actor actor) {
        Complaint complaint = seen(number, actor);
        Sight sight = needToKnow.of(actor);
        Writing writing = writings.find(id)
                .filter(one -> one.complaint() == complaint.id() && sight.mayRead(one.kind()))
                .orElseThrow(Problem::notFound);
        writing.erase();
        complaints.flush();
        return ledger.append(NewAct.about(
                        ActKind.RECORD_ERASED,
                        complaint.id(),
                        actor.id(),
                        Long.toString(id).getBytes(StandardCharsets.UTF_8)))
                .id();
    }

    /** What is kept with a complaint that the caller was found to see, as far as these rights reach. */
    public List<Writing> of(long complaint, Sight sight) {
        return writings.of(complaint).stream()
                .filter(writing -> sight.mayRead(writing.kind()))
                .toList();
    }

    /** What the complainant reads: the messages, the oldest first. */
    public List<Writing> messages(long complaint) {
        return writings.of(complaint).stream()
                .filter(writing -> writing.kind() == RecordKind.MESSAGE)
                .toList();
    }

    private Complaint seen(String number, Actor actor) {
        Complaint complaint = complaints.require(number);
        boolean sees = needToKnow
                .of(actor)
                .maySee(
                        complaint.id(),
                        complaint.standing().compartment(),
                        complaint.standing().assignee().orElse(null));
        return Optional.of(complaint).filter(one -> sees).orElseThrow(Problem::notFound);
    }

    private static ActKind kind(Draft draft) {
        return switch (draft.kind()) {
            case NOTE -> ActKind.NOTE_WRITTEN;
            case LETTER -> ActKind.LETTER_RECORDED;
            case MESSAGE, DOCUMENT -> ActKind.MESSAGE_SENT;
        };
    }

    private static byte[] content(Draft draft) {
        Draft.Letterhead head = draft.letterhead();
        return String.join(
                        "\n",
                        draft.kind().name(),
                        draft.direction().name(),
                        head.party(),
                        head.subject(),
                        String.valueOf(head.dated()),
                        draft.text())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The text is a part of it: a message that was mended after the first send is another one, not a repeat. */
    private static byte[] sendKey(Complaint complaint, Draft draft, String by, String key) {
        String called = key.isBlank() ? Long.toString(Ids.next()) : key.strip();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((complaint.id() + "\n" + by + "\n" + called + "\n").getBytes(StandardCharsets.UTF_8));
            return digest.digest(content(draft));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
