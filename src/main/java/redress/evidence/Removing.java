package redress.evidence;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import redress.access.Actor;
import redress.ledger.Act;
import redress.ledger.ActKind;
import redress.ledger.Ledger;
import redress.ledger.NewAct;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.wiring.UseCase;

/**
 * Removes a document from a complaint: its content, its words, its name and its hash. That it was there, who removed
 * it, when and why stays for everybody who sees the complaint, and in the ledger, so that nobody makes evidence vanish
 * unseen.
 */
@UseCase
public class Removing {

    private final Folder folder;
    private final Documents documents;
    private final Tombstones tombstones;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Removing(Folder folder, Documents documents, Tombstones tombstones, Ledger ledger, InstantSource clock) {
        this.folder = folder;
        this.documents = documents;
        this.tombstones = tombstones;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The document that somebody is about to remove. Its name is told, so that looking at it is opening the list. */
    Document standing(String number, String key, Actor actor) {
        folder.list(number, actor);
        return folder.standing(number, key, actor);
    }

    /**
     * Removes it. The act commits to the hash that the act of its coming in committed to, so that whoever has the
     * document can prove later that this one was removed.
     *
     * @param reason the name of a {@link RemovalReason}
     * @return what is left of it
     * @throws Problem not found where the actor may not see the complaint or it has no such document; gone where
     *     somebody removed it already; invalid where there is no such reason
     */
    public Tombstone remove(String number, String key, String reason, Actor actor) {
        Document document = folder.standing(number, key, actor);
        RemovalReason why = RemovalReason.named(reason)
                .orElseThrow(
                        () -> Problem.invalid(List.of(new FieldError("reason", "evidence.removal.reason.missing"))));
        if (!documents.remove(document.id())) {
            throw Folder.gone();
        }
        Act act = ledger.append(NewAct.about(
                        ActKind.DOCUMENT_REMOVED,
                        document.complaint(),
                        actor.id(),
                        Document.custody(document.id(), document.hash(), document.size()))
                .withDetail("{\"document\":\"" + document.key() + "\",\"reason\":\"" + why + "\"}"));
        Tombstone left = new Tombstone(
                document.id(),
                document.complaint(),
                document.kind(),
                document.added(),
                new Tombstone.Removed(clock.instant(), actor.id(), act.id(), why));
        tombstones.add(left);
        return left;
    }
}
