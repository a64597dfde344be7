package redress.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;

/**
 * One full build of the index: an open and a sealed shelf in one folder, and the ledger position up to which both are
 * complete. Only one thread writes to it; any number reads.
 */
final class Generation implements Build {

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

    @Override
    public long position() {
        return position;
    }

    @Override
    public void reached(long newPosition) {
        position = newPosition;
    }

    @Override
    public String lists() {
        return open.lists();
    }

    @Override
    public void madeBy(String lists) {
        open.madeBy(lists);
        sealed.madeBy(lists);
    }

    @Override
    public void replace(Collection<Long> asked, Collection<ComplaintSheet> found) throws IOException {
        Set<Long> gone = new HashSet<>(asked);
        for (ComplaintSheet sheet : found) {
            gone.remove(sheet.id());
            boolean apart = Compartments.sealed(sheet.compartment());
            if (apart) {
                sealed.put(sheet);
                seal(sheet.id());
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

    @Override
    public void erase(long id) throws IOException {
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

    /** What was sealed before stands nowhere openly, and for that nothing that is kept has to be thrown away. */
    private void seal(long id) throws IOException {
        if (position == UNBUILT) {
            open.remove(id);
        } else {
            erasing |= open.erase(id);
        }
    }

    @Override
    public boolean erasing() {
        boolean told = erasing;
        erasing = false;
        return told;
    }

    @Override
    public boolean stained() {
        return open.stained() || sealed.stained();
    }

    /** What was expunged is gone from the disk with the next commit. */
    @Override
    public void expunge() throws IOException {
        if (open.stained()) {
            open.expunge();
        }
        if (sealed.stained()) {
            sealed.expunge();
        }
    }

    @Override
    public void refresh() throws IOException {
        open.refresh();
        sealed.refresh();
    }

    @Override
    public void settle() throws IOException {
        sealed.settle();
        open.settle();
    }

    /** Sealed first: after a crash between the two the lower position counts, and what follows is done again. */
    @Override
    public void commit() throws IOException {
        long now = position;
        sealed.commit(now);
        open.commit(now);
    }

    /** What can be read now; the caller closes it. */
    View view(boolean withSealed) throws IOException {
        return withSealed ? both(open, sealed) : new View(open.reader());
    }

    /** Both shelves as one; keeps no reader where that fails, as when the second was closed meanwhile. */
    static View both(Shelf open, Shelf sealed) throws IOException {
        DirectoryReader first = open.reader();
        boolean whole = false;
        try {
            View both = new View(first, sealed.reader());
            whole = true;
            return both;
        } finally {
            if (!whole) {
                first.decRef();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (sealed) {
            open.close();
        }
    }
}
