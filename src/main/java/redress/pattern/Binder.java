package redress.pattern;

import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import redress.wiring.Part;

/**
 * Keeps what was read for the last dossiers until the ledger tells that something changed, on whichever node. Every
 * change of a complaint, of the roster and of who may see what comes with an act in the same transaction, so a dossier
 * never shows less than the database: it is asked of the ledger each time, before anything that was kept is used.
 */
@Part
class Binder {

    private final Files files;
    private final Roster roster;
    private @Nullable Kept kept;

    @Inject
    Binder(Files files, Roster roster) {
        this.files = files;
        this.roster = roster;
    }

    /** What was read, and up to which position of the ledger nothing has changed it. */
    private record Kept(Bundle bundle, AtomicLong until) {}

    /** What can be used now. */
    Bundle bundle() {
        long end = files.ledgerEnd();
        Kept known = known();
        if (known != null
                && end >= known.until().get()
                && !files.changedAfter(known.until().get())) {
            known.until().accumulateAndGet(end, Math::max);
            return known.bundle();
        }
        Kept fresh = new Kept(new Bundle(files, roster, Bundle.MOST_ROWS), new AtomicLong(end));
        replace(fresh);
        return fresh.bundle();
    }

    private synchronized @Nullable Kept known() {
        return kept;
    }

    /** Not by one whose transaction began before: it sees less than what is kept. */
    private synchronized void replace(Kept fresh) {
        Kept before = kept;
        if (before == null || fresh.until().get() >= before.until().get()) {
            kept = fresh;
        }
    }
}
