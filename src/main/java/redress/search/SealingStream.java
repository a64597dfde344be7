package redress.search;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.lucene.store.IndexOutput;

/** Seals what is written page by page. A page goes to disk when more follows; the last one when the file is closed. */
final class SealingStream extends OutputStream {

    private final IndexOutput raw;
    private final PageCipher cipher;
    private final byte[] page = new byte[PageCipher.PAGE];
    private final byte[] sealed = new byte[PageCipher.PAGE + PageCipher.TAG];
    private int filled;
    private long number;
    private boolean broken;
    private boolean closed;

    SealingStream(IndexOutput raw, PageCipher cipher) {
        this.raw = raw;
        this.cipher = cipher;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (filled == page.length) {
                put(false);
            }
            int part = Math.min(page.length - filled, length - done);
            System.arraycopy(bytes, offset + done, page, filled, part);
            filled += part;
            done += part;
        }
    }

    /** A file that could not be written whole gets no last page: it never opens, instead of opening shorter. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (raw) {
            if (!broken) {
                put(true);
            }
        }
    }

    private void put(boolean last) throws IOException {
        broken = true;
        raw.writeBytes(sealed, cipher.seal(number, last, page, filled, sealed));
        broken = false;
        number++;
        filled = 0;
    }
}
