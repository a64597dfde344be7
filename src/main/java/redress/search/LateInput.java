package redress.search;

import java.io.IOException;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;

/**
 * Reads an opened file for which there was no room in memory page by page, until there is: whatever is cloned or sliced
 * from it after that reads from memory. Readers of an index clone or slice for each question, so that a merge that
 * ended while memory was full does not slow down all questions that come after it.
 */
final class LateInput extends IndexInput {

    private final Lodging lodging;
    private final IndexInput pages;
    private final long offset;

    /** The file that was opened; to close it gives up waiting, or gives the memory back. */
    static LateInput of(String description, Lodging lodging) {
        return new LateInput(description, lodging, lodging.pages(), 0);
    }

    private LateInput(String description, Lodging lodging, IndexInput pages, long offset) {
        super(description);
        this.lodging = lodging;
        this.pages = pages;
        this.offset = offset;
    }

    @Override
    public void close() throws IOException {
        if (pages == lodging.pages()) {
            lodging.close();
        }
    }

    @Override
    public IndexInput clone() {
        MemoryInput memory = lodging.memory();
        return memory == null
                ? new LateInput(toString(), lodging, pages.clone(), offset)
                : memory.slice(toString(), offset, length()).at(getFilePointer());
    }

    @Override
    public IndexInput slice(String description, long from, long size) throws IOException {
        if (from < 0 || size < 0 || from > length() - size) {
            throw new IllegalArgumentException("slice " + description + " is out of bounds: " + this);
        }
        MemoryInput memory = lodging.memory();
        return memory == null
                ? new LateInput(
                        getFullSliceDescription(description),
                        lodging,
                        pages.slice(description, from, size),
                        offset + from)
                : memory.slice(description, offset + from, size);
    }

    @Override
    public RandomAccessInput randomAccessSlice(long from, long size) throws IOException {
        return lodging.memory() == null
                ? pages.randomAccessSlice(from, size)
                : (RandomAccessInput) slice("random access", from, size);
    }

    @Override
    public long getFilePointer() {
        return pages.getFilePointer();
    }

    @Override
    public void seek(long position) throws IOException {
        pages.seek(position);
    }

    @Override
    public long length() {
        return pages.length();
    }

    @Override
    public byte readByte() throws IOException {
        return pages.readByte();
    }

    @Override
    public void readBytes(byte[] bytes, int at, int count) throws IOException {
        pages.readBytes(bytes, at, count);
    }

    @Override
    public short readShort() throws IOException {
        return pages.readShort();
    }

    @Override
    public int readInt() throws IOException {
        return pages.readInt();
    }

    @Override
    public long readLong() throws IOException {
        return pages.readLong();
    }
}
