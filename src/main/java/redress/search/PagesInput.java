package redress.search;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.lucene.store.BufferedIndexInput;

/**
 * Reads a sealed file page by page: for merges, which read everything once, and for what has no room in memory. Slower
 * than {@link MemoryInput}, but it holds one page only.
 */
final class PagesInput extends BufferedIndexInput {

    private final long length;
    private SealedFile file;
    private byte[] page = new byte[PageCipher.PAGE];
    private long number = -1;
    private int held;

    PagesInput(String description, SealedFile file) throws IOException {
        super(description, BUFFER_SIZE);
        this.file = file;
        this.length = file.length();
        // The last page says so: a file that was cut off between two pages is told now, not when its end is read.
        load((length - 1) / PageCipher.PAGE);
    }

    @Override
    protected void readInternal(ByteBuffer into) throws IOException {
        long at = getFilePointer();
        if (at + into.remaining() > length) {
            throw new EOFException("read past the end: " + this);
        }
        while (into.hasRemaining()) {
            load(at / PageCipher.PAGE);
            int from = (int) (at % PageCipher.PAGE);
            int part = Math.min(into.remaining(), held - from);
            into.put(page, from, part);
            at += part;
        }
    }

    private void load(long wanted) throws IOException {
        if (number != wanted) {
            number = -1;
            held = file.page(wanted, page);
            number = wanted;
        }
    }

    @Override
    protected void seekInternal(long position) throws IOException {
        if (position > length) {
            throw new EOFException("seek past the end: " + this);
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public BufferedIndexInput clone() {
        PagesInput clone = (PagesInput) super.clone();
        clone.file = file.again();
        clone.page = new byte[PageCipher.PAGE];
        clone.number = -1;
        return clone;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
