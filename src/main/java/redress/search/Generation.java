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
    private boolean erasing;
    private volatile long position;

    private Generation(Path folder, Shelf open, Shelf sealed) {
        this.folder = folder;
        this.open = open;
        this.sealed = sealed;
        position = Math.min(open.committed(), sealed.committed());
    }

    /** Opens the generation in this folder or begins one; keeps no file and no lock where that fails. */
    static Generation open(Path folder, Words words, IndexFiles files) throws IOException {
        Shelf open = Shelf.open(files.open(folder.resolve("open"), false), words);
        boolean whole = false;
        try {
            Shelf sealed = Shelf.open(files.open(folder.resolve("sealed"), true), words);
            whole = true;
            return new Generation(folder, open, sealed);
        } finally {
            if (!whole) {
                open.close();
            }
        }
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
            if (apart) {
                sealed.put(sheet);
                takeOut(sheet.id(), open);
            } else {
                open.put(sheet);
                sealed.remove(sheet.id());
            }
        }
        for (long id : gone) {
            takeOut(id, open);
            takeOut(id, sealed);
        }
    }

    /** Takes out for good what stands of a complaint now; what is left of the complaint is put in again afterwards. */
    void erase(long id) throws IOException {
        takeOut(id, open);
        takeOut(id, sealed);
    }

    /** While a generation is first filled every complaint comes once, so there is nothing that could be left of it. */
    private void takeOut(long id, Shelf shelf) throws IOException {
        if (position == UNBUILT) {
            shelf.remove(id);
        } else {
            shelf.erase(id);
            erasing = true;
        }
    }

    /**
     * Whether, since it was last asked, a complaint was told to be gone from a shelf: then it must not be in an earlier
     * generation either.
     */
    boolean erasing() {
        boolean told = erasing;
        erasing = false;
        return told;
    }

    /** Whether words of erased complaints, or of such that are sealed now, may still stand in the files. */
    boolean stained() {
        return open.stained() || sealed.stained();
    }

    /** Writes anew what holds such words; they are gone from the disk with the next commit. */
    void expunge() throws IOException {
        if (open.stained()) {
            open.expunge();
        }
        if (sealed.stained()) {
            sealed.expunge();
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
