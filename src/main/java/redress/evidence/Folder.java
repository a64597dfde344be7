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
    private final Safe safe;
    private final Ledger ledger;
    private final int largest;

    @Inject
    Folder(
            Complaints complaints,
            NeedToKnow needToKnow,
            Documents documents,
            Safe safe,
            Ledger ledger,
            @ConfigProperty(name = "redress.evidence.largest-mib") int largest) {
        this.complaints = complaints;
        this.needToKnow = needToKnow;
        this.documents = documents;
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
     * A document with its words.
     *
     * @param document what is known of it
     * @param text the words, empty where none were read
     */
    record Worded(Document document, String text) {}

    /** The documents of a complaint; not found for whoever may not see it. Looking at the list is opening it. */
    List<Document> list(String number, Actor actor) {
        Complaint complaint = require(number, actor);
        ledger.append(NewAct.about(
                ActKind.COMPLAINT_OPENED,
                complaint.id(),
                actor.id(),
                complaint.number().getBytes(StandardCharsets.UTF_8)));
        return documents.of(complaint.id());
    }

    /**
     * The same for a page that shows the complaint and has written the act of opening it.
     *
     * @throws Problem not found where the actor may not see the complaint
     */
    public DocumentList shown(String number, Actor actor) {
        Complaint complaint = require(number, actor);
        boolean mayAdd = actor.hasAny(Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER);
        return new DocumentList(complaint.number(), documents.of(complaint.id()), documents.names(), mayAdd, largest);
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

    private Document opened(String number, String key, Actor actor) {
        Complaint complaint = require(number, actor);
        Document document = Ids.find(key).stream()
                .boxed()
                .flatMap(id -> documents.find(id).stream())
                .filter(found -> found.complaint() == complaint.id())
                .findFirst()
                .orElseThrow(Problem::notFound);
        ledger.append(NewAct.about(
                        ActKind.DOCUMENT_OPENED,
                        complaint.id(),
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
