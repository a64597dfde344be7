package redress.evidence;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redress.access.Actor;
import redress.access.NeedToKnow;
import redress.access.Role;
import redress.complaint.Complaint;
import redress.complaint.Complaints;
import redress.ledger.ActKind;
import redress.ledger.Ledger;
import redress.ledger.NewAct;
import redress.problem.Problem;
import redress.time.Ids;
import redress.wiring.UseCase;

/** The documents of one complaint for those who may see it. Reading is an act in the ledger, like a write. */
@UseCase
public class Folder {

    private final Complaints complaints;
    private final NeedToKnow needToKnow;
    private final Documents documents;
    private final Tombstones tombstones;
    private final Safe safe;
    private final Ledger ledger;
    private final int largest;

    @Inject
    Folder(
            Complaints complaints,
            NeedToKnow needToKnow,
            Documents documents,
            Tombstones tombstones,
            Safe safe,
            Ledger ledger,
            @ConfigProperty(name = "redress.evidence.largest-mib") int largest) {
        this.complaints = complaints;
        this.needToKnow = needToKnow;
        this.documents = documents;
        this.tombstones = tombstones;
        this.safe = safe;
        this.ledger = ledger;
        this.largest = largest;
    }

    /**
     * A document with its content as it was sent.
     *
     * @param document what is known of it
     * @param content the bytes
     */
    record Opened(Document document, byte[] content) {}

    /**
     * What is attached to a complaint.
     *
     * @param documents in the order in which they came
     * @param removed what is left of those that were removed
     */
    record Held(List<Document> documents, List<Tombstone> removed) {}

    /**
     * A document with its words.
     *
     * @param document what is known of it
     * @param text the words, empty where none were read
     */
    record Worded(Document document, String text) {}

    /** What is attached to a complaint; not found for whoever may not see it. Looking at the list is opening it. */
    Held list(String number, Actor actor) {
        Complaint complaint = require(number, actor);
        ledger.append(NewAct.about(
                ActKind.COMPLAINT_OPENED,
                complaint.id(),
                actor.id(),
                complaint.number().getBytes(StandardCharsets.UTF_8)));
        return held(complaint);
    }

    /** The same for whoever has just done something to it. */
    Held after(String number, Actor actor) {
        return held(require(number, actor));
    }

    private Held held(Complaint complaint) {
        return new Held(documents.of(complaint.id()), tombstones.of(complaint.id()));
    }

    /**
     * The same for a page that shows the complaint and has written the act of opening it.
     *
     * @throws Problem not found where the actor may not see the complaint
     */
    public DocumentList shown(String number, Actor actor) {
        Complaint complaint = require(number, actor);
        boolean mayAdd = actor.hasAny(Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER);
        boolean mayRemove = actor.hasAny(Role.SUPERVISOR, Role.COMMISSIONER);
        Held held = held(complaint);
        return new DocumentList(
                complaint.number(),
                held.documents(),
                held.removed(),
                documents.names(),
                new DocumentList.May(mayAdd, mayRemove, largest));
    }

    /** Hands a document out, as it was sent. */
    Opened open(String number, String key, Actor actor) {
        Document document = opened(number, key, actor);
        byte[] content = safe.open(document.id(), (int) document.size(), documents.sealed(document.id()));
        requireUnchanged(document, content);
        return new Opened(document, content);
    }

    /** Both the row and the content may have been changed by somebody with the database; the ledger then says so. */
    private void requireUnchanged(Document document, byte[] content) {
        byte[] custody = Document.custody(document.id(), Safe.hash(content), content.length);
        boolean unchanged = ledger.find(document.added().act())
                .filter(act -> act.commitsTo(custody))
                .isPresent();
        if (!unchanged) {
            throw new IllegalStateException("The content of a document is not the one that was received");
        }
    }

    /** The words of a document. */
    Worded words(String number, String key, Actor actor) {
        Document document = opened(number, key, actor);
        return new Worded(document, documents.text(document.id()));
    }

    /**
     * A document that is attached to a complaint.
     *
     * @throws Problem not found where there is none or the actor may not see the complaint; gone where it was removed
     */
    Document standing(String number, String key, Actor actor) {
        Complaint complaint = require(number, actor);
        long id = Ids.find(key).orElseThrow(Problem::notFound);
        return documents
                .find(id)
                .filter(found -> found.complaint() == complaint.id())
                .orElseThrow(() -> absent(complaint, id));
    }

    private Problem absent(Complaint complaint, long id) {
        return tombstones.of(complaint.id()).stream().anyMatch(left -> left.id() == id) ? gone() : Problem.notFound();
    }

    /** It was there, and was removed. */
    static Problem gone() {
        return Problem.of(
                Problem.Kind.GONE,
                "document-removed",
                "The document was removed. The page of the complaint tells who removed it, when and why.");
    }

    private Document opened(String number, String key, Actor actor) {
        Document document = standing(number, key, actor);
        ledger.append(NewAct.about(
                        ActKind.DOCUMENT_OPENED,
                        document.complaint(),
                        actor.id(),
                        Document.custody(document.id(), document.hash(), document.size()))
                .withDetail(Attaching.detail(document.id())));
        return document;
    }

    Complaint require(String number, Actor actor) {
        Complaint complaint = complaints.require(number);
        if (!needToKnow
                .of(actor)
                .maySee(
                        complaint.id(),
                        complaint.standing().compartment(),
                        complaint.standing().assignee().orElse(null))) {
            throw Problem.notFound();
        }
        return complaint;
    }
}
