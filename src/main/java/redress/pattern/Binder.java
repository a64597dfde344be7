package redress.pattern;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redress.search.WordsErased;
import redress.wiring.Part;

/**
 * Keeps what was read for the last dossiers until the ledger tells that something changed, on whichever node. Every
 * change of a complaint, of the roster and of who may see what comes with an act in the same transaction, so a dossier
 * never shows less than the database: it is asked of the ledger each time, before anything that was kept is used.
 *
 * <p>Each statement of a dossier sees what was committed before it (READ COMMITTED, docs/decisions/0015): whoever holds
 * a bundle reads later than the changes that it was made for, so that nothing older gets into it.
 *
 * <p>What is kept goes at once when something is erased, and does not wait for the next dossier to ask. A dossier that
 * is made meanwhile keeps what it has until its end, and puts nothing back: its transaction began before, so that it
 * knows the ledger only up to a position before the erasure.
 */
@Part
class Binder {

    private final LongSupplier ledgerEnd;
    private final LongFunction<Changes> changesAfter;
    private final Supplier<Bundle> empty;
    private @Nullable Kept kept;
    private long erasedUntil = -1;

    @Inject
    Binder(Files files, WindowRows rows, Roster roster) {
        this(files::ledgerEnd, files::changesAfter, bundles(files, rows, roster));
    }

    /** All with one turn, since an import lets each dossier begin with a bundle of its own. */
    private static Supplier<Bundle> bundles(Files files, WindowRows rows, Roster roster) {
        Turn turn = new Turn();
        return () -> new Bundle(files, rows, roster, new Bundle.Room(Bundle.mostRows(), turn));
    }

    /**
     * A binder that holds nothing.
     *
     * @param ledgerEnd the last position of the ledger as the transaction of the caller sees it
     * @param changesAfter what changed after a position, as that transaction sees it
     * @param empty a bundle of which nothing has been read
     */
    Binder(LongSupplier ledgerEnd, LongFunction<Changes> changesAfter, Supplier<Bundle> empty) {
        this.ledgerEnd = ledgerEnd;
        this.changesAfter = changesAfter;
        this.empty = empty;
    }

    /** What was read, and up to which position of the ledger nothing has changed it. */
    private record Kept(Bundle bundle, AtomicLong until) {}

    /** What can be used now. */
    Bundle bundle() {
        Kept known = known();
        // Asked before the end of the ledger, as another dossier may put it further meanwhile.
        long until = known == null ? -1 : known.until().get();
        long end = ledgerEnd.getAsLong();
        if (known == null || end < until) {
            return replaced(empty.get(), end);
        }
        Changes changes = changesAfter.apply(until);
        if (changes.nothing()) {
            known.until().accumulateAndGet(end, Math::max);
            return known.bundle();
        }
        return replaced(changes.everything() ? empty.get() : known.bundle().after(changes.complaints()), end);
    }

    private Bundle replaced(Bundle fresh, long end) {
        replace(new Kept(fresh, new AtomicLong(end)));
        return fresh;
    }

    /** Lets go of everything that was read before something was erased. */
    synchronized void forget(@Observes WordsErased erased) {
        erasedUntil = Math.max(erasedUntil, erased.position());
        kept = null;
    }

    /** Whether this bundle would be used for the next dossier if nothing changes. */
    synchronized boolean keeps(Bundle bundle) {
        return kept != null && kept.bundle() == bundle;
    }

    private synchronized @Nullable Kept known() {
        return kept;
    }

    /** Not by one whose transaction began before: it sees less than what is kept, or what has been erased since. */
    private synchronized void replace(Kept fresh) {
        long end = fresh.until().get();
        Kept before = kept;
        if (end >= erasedUntil && (before == null || end >= before.until().get())) {
            kept = fresh;
        }
    }
}
