package redress.evidence;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import redress.ledger.ActKind;
import redress.ledger.Ledger;
import redress.ledger.NewAct;
import redress.wiring.UseCase;

/**
 * Which document is read next, and keeping what it says. Two nodes never read the same one at the same time; one that a
 * node did not finish is free again after a while.
 */
@UseCase
class Reading {

    /** The actor of acts that the house does by itself. */
    private static final String HOUSE = "portal";

    private static final int MOST_ATTEMPTS = 2;
    /** A node may also have been stopped while it read: that is not held against a document at once. */
    private static final int MOST_TAKEN = 4;

    /** Longer than the longest reading takes. */
    private static final long TAKEN_SECONDS = 400;

    private final Documents documents;
    private final Safe safe;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Reading(Documents documents, Safe safe, Ledger ledger, InstantSource clock) {
        this.documents = documents;
        this.safe = safe;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Takes the next document that waits; one that never came to an end is given up. */
    Optional<Document> take() {
        Instant now = clock.instant();
        Optional<Document> next = documents.waiting(now);
        if (next.isPresent() && documents.attempts(next.get().id()) >= MOST_TAKEN) {
            keep(next.get(), Words.none(TextState.CRASHED));
            return take();
        }
        return next.filter(document -> documents.take(document.id(), now, now.plusSeconds(TAKEN_SECONDS)));
    }

    /** The content of a document that was taken; none where it was removed meanwhile. */
    Optional<byte[]> content(Document document) {
        return documents.find(document.id()).isEmpty()
                ? Optional.empty()
                : Optional.of(safe.open(document.id(), (int) document.size(), documents.sealed(document.id())));
    }

    /** Keeps what reading gave, with an act by which the index reads the complaint again; or lets it be tried again. */
    void finish(Document document, Words words) {
        if (words.state().worthAnotherTry() && documents.attempts(document.id()) < MOST_ATTEMPTS) {
            documents.giveBack(document.id());
            return;
        }
        keep(document, words);
    }

    private void keep(Document document, Words words) {
        if (documents.keep(document.id(), words)) {
            ledger.append(NewAct.about(
                            ActKind.DOCUMENT_READ,
                            document.complaint(),
                            HOUSE,
                            Document.custody(document.id(), document.hash(), document.size()))
                    .withDetail("{\"document\":\"" + document.key() + "\",\"text\":\"" + words.state() + "\"}"));
        }
    }
}
