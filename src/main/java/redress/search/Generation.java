package redress.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * One full build of the index: an open and a sealed shelf in one folder, and the ledger position up to which both are
 * complete. Only one thread writes to it; any number reads.
 */
final class Generation implements Closeable {

    /** The position of a generation that is not whole yet. An empty ledger has position -1. */
    static final long UNBUILT = -2;

    private final Path folder;
    private final Shelf open;
    private final Shelf sealed;
    private volatile long position;

    Generation(Path folder, Words words) throws IOException {
        this.folder = folder;
        open = new Shelf(folder.resolve("open"), words);
        sealed = new Shelf(folder.resolve("sealed"), words);
        position = Math.min(open.committed(), sealed.committed());
    }

    Path folder() {
        return folder;
    }

    /** The last ledger position that is in the documents, or {@link #UNBUILT}. */
    long position() {
        return position;
    }

    void reached(long newPosition) {
        position = newPosition;
    }

    /** Replaces the asked complaints by what was read of them; those that were not found any more are taken out. */
    void replace(Collection<Long> asked, Collection<ComplaintSheet> found) throws IOException {
        Set<Long> gone = new HashSet<>(asked);
        for (ComplaintSheet sheet : found) {
            gone.remove(sheet.id());
            boolean apart = Compartments.sealed(sheet.compartment());
            (apart ? sealed : open).put(sheet);
            (apart ? open : sealed).remove(sheet.id());
        }
        for (long id : gone) {
            open.remove(id);
            sealed.remove(id);
        }
    }

    void refresh() throws IOException {
        open.refresh();
        sealed.refresh();
    }

    /** Sealed first: after a crash between the two the lower position counts, and what follows is done again. */
    void commit() throws IOException {
        long now = position;
        sealed.commit(now);
        open.commit(now);
    }

    /** What can be read now; the caller closes it. */
    View view(boolean withSealed) throws IOException {
        return withSealed ? new View(open.reader(), sealed.reader()) : new View(open.reader());
    }

    @Override
    public void close() throws IOException {
        try (sealed) {
            open.close();
        }
    }
}
