package redress.evidence;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redress.access.Actor;
import redress.complaint.Complaint;
import redress.ledger.Act;
import redress.ledger.ActKind;
import redress.ledger.Ledger;
import redress.ledger.NewAct;
import redress.problem.Problem;
import redress.time.Ids;
import redress.wiring.UseCase;

/** Attaches a document to a complaint: what it is, its hash in the ledger, its content under seal. */
@UseCase
public class Attaching {

    private final Folder folder;
    private final Documents documents;
    private final Safe safe;
    private final Ledger ledger;
    private final InstantSource clock;
    private final int largest;
    private final int most;

    @Inject
    Attaching(
            Folder folder,
            Documents documents,
            Safe safe,
            Ledger ledger,
            InstantSource clock,
            @ConfigProperty(name = "redress.evidence.largest-mib") int largest,
            @ConfigProperty(name = "redress.evidence.most") int most) {
        this.folder = folder;
        this.documents = documents;
        this.safe = safe;
        this.ledger = ledger;
        this.clock = clock;
        this.largest = largest;
        this.most = most;
    }

    /** The largest document that is taken, in MiB. */
    public int largestMib() {
        return largest;
    }

    /**
     * Attaches a document.
     *
     * @param name what the sender called it; it is cleaned
     * @throws Problem not found where the actor may not see the complaint; too large, or invalid with the reason
     */
    public Document attach(String number, String name, byte[] content, Actor actor) {
        return attach(folder.require(number, actor), actor.id(), most, name, content);
    }

    /** The same for somebody whose right was looked at; a complaint with so many documents takes none. */
    Document attach(Complaint complaint, String by, int full, String name, byte[] content) {
        if (content.length > largest * 1024L * 1024) {
            throw tooLarge();
        }
        Kind kind = Content.kind(content);
        byte[] hash = Safe.hash(content);
        requireRoom(documents.of(complaint.id()), hash, full);
        long id = Ids.next();
        Instant now = clock.instant();
        Act act = ledger.append(
                NewAct.about(ActKind.DOCUMENT_ADDED, complaint.id(), by, Document.custody(id, hash, content.length))
                        .withDetail(detail(id)));
        Document document = new Document(
                id,
                complaint.id(),
                FileName.cleaned(name, kind),
                kind,
                content.length,
                HexFormat.of().formatHex(hash),
                new Document.Added(now, by, act.id()),
                kind.atFirst());
        documents.add(document, safe.seal(id, content));
        return document;
    }

    /** More was sent than is taken. */
    Problem tooLarge() {
        return Problem.of(Problem.Kind.TOO_LARGE, "too-large", "A document may have at most " + largest + " MiB.");
    }

    static String detail(long document) {
        return "{\"document\":\"" + Ids.text(document) + "\"}";
    }

    private static void requireRoom(List<Document> present, byte[] hash, int full) {
        String hex = HexFormat.of().formatHex(hash);
        if (present.stream().anyMatch(document -> document.sha256().equals(hex))) {
            throw Content.refusal("handin.refused.there");
        }
        if (present.size() >= full) {
            throw Content.refusal("handin.refused.full");
        }
    }
}
