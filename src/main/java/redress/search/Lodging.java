package redress.search;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/** An opened file that waits for room in memory, and moves in when there is some. */
final class Lodging implements Closeable, OffHeap.Wish {

    private static final System.Logger LOG = System.getLogger(Lodging.class.getName());

    private final OffHeap house;
    private final PagesInput pages;
    private final Reader reader;
    private @Nullable Closeable room;
    private volatile @Nullable MemoryInput memory;
    private boolean closed;

    /** Reads the whole file. */
    interface Reader {
        MemoryInput into(OffHeap.Block block) throws IOException;
    }

    /**
     * Waits from {@link #waiting} on.
     *
     * @param pages the file as it is read meanwhile
     * @param reader reads it once there is room
     */
    Lodging(OffHeap house, PagesInput pages, Reader reader) {
        this.house = house;
        this.pages = pages;
        this.reader = reader;
    }

    Lodging waiting() {
        house.wish(this);
        return this;
    }

    PagesInput pages() {
        return pages;
    }

    /** The whole file in memory, to be sliced; null while it waits. */
    @Nullable
    MemoryInput memory() {
        return memory;
    }

    @Override
    public int bytes() {
        return Math.toIntExact(pages.length());
    }

    /** A file that cannot be read is not moved: whoever reads its pages is told. Its folder may be closed by now. */
    @Override
    public void granted(OffHeap.Block block) {
        boolean moved = false;
        try {
            moved = settled(reader.into(block), block);
        } catch (IOException | AlreadyClosedException broken) {
            LOG.log(System.Logger.Level.DEBUG, "A file of the index stays outside of the memory.", broken);
        } finally {
            if (!moved) {
                block.close();
            }
        }
    }

    private synchronized boolean settled(MemoryInput whole, OffHeap.Block block) {
        if (!closed) {
            room = block;
            memory = whole;
        }
        return !closed;
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        house.withdraw(this);
        try {
            pages.close();
        } finally {
            if (room != null) {
                room.close();
            }
        }
    }
}
