package redress.search;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/**
 * The form of a sealed file: eight bytes that say so, a random salt of 32 bytes, then pages of 16 KiB with their tags.
 * There is always a last page, if need be an empty one, and it alone is marked as the last.
 */
final class SealedFile {

    private static final byte[] MAGIC = {'R', 'D', 'S', 'E', 'A', 'L', 0, 1};
    private static final int SALT = 32;
    private static final int HEADER = MAGIC.length + SALT;
    private static final int SEALED_PAGE = PageCipher.PAGE + PageCipher.TAG;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final IndexInput raw;
    private final PageCipher cipher;
    private final String name;
    private final byte[] sealed = new byte[SEALED_PAGE];

    private SealedFile(IndexInput raw, PageCipher cipher, String name) {
        this.raw = raw;
        this.cipher = cipher;
        this.name = name;
    }

    /** Begins a file: writes the header with a fresh salt. */
    static PageCipher begin(IndexOutput raw, IndexKey key, String name) throws IOException {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        raw.writeBytes(MAGIC, MAGIC.length);
        raw.writeBytes(salt, salt.length);
        return new PageCipher(key.file(salt), name);
    }

    /** Opens a file; nothing but the header is read yet. */
    static SealedFile of(IndexInput raw, IndexKey key, String name) throws IOException {
        plainLength(raw.length(), name);
        byte[] magic = new byte[MAGIC.length];
        byte[] salt = new byte[SALT];
        raw.seek(0);
        raw.readBytes(magic, 0, magic.length);
        raw.readBytes(salt, 0, salt.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new CorruptIndexException("this file is not a sealed one", name);
        }
        return new SealedFile(raw, new PageCipher(key.file(salt), name), name);
    }

    /** The same file for another thread. */
    SealedFile again() {
        return new SealedFile(raw.clone(), cipher.again(), name);
    }

    /** How many bytes the file has when it is open, from what it has on disk. */
    static long plainLength(long stored, String name) throws CorruptIndexException {
        long body = stored - HEADER;
        long pages = (body + SEALED_PAGE - 1) / SEALED_PAGE;
        long plain = body - pages * PageCipher.TAG;
        if (body < PageCipher.TAG || body - (pages - 1) * SEALED_PAGE < PageCipher.TAG) {
            throw new CorruptIndexException("a sealed file of " + stored + " bytes was cut off", name);
        }
        return plain;
    }

    long length() throws CorruptIndexException {
        return plainLength(raw.length(), name);
    }

    /** Reads one page into {@code plain}; returns how many bytes it has. */
    int page(long number, byte[] plain) throws IOException {
        long from = HEADER + number * SEALED_PAGE;
        int stored = (int) Math.min(SEALED_PAGE, raw.length() - from);
        raw.seek(from);
        raw.readBytes(sealed, 0, stored);
        return cipher.open(number, from + stored == raw.length(), sealed, stored, plain);
    }

    void close() throws IOException {
        raw.close();
    }
}
