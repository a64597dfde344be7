package redress.search;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.spec.SecretKeySpec;
import org.apache.lucene.index.CorruptIndexException;
import redress.wiring.PageSeal;

/** Seals and opens the pages of one file of the index (see {@link PageSeal}). For one thread at a time. */
final class PageCipher {

    /** The bytes of a file that are sealed together; only the last page may be shorter. */
    static final int PAGE = 16 * 1024;

    /** By how much sealing makes a page longer. */
    static final int TAG = PageSeal.TAG;

    private final SecretKeySpec key;
    private final String file;
    private final PageSeal seal;

    /** @param file the name of the file, which is bound to every page */
    PageCipher(SecretKeySpec key, String file) {
        this.key = key;
        this.file = file;
        this.seal = new PageSeal(key, file.getBytes(StandardCharsets.UTF_8));
    }

    /** The same file for another thread. */
    PageCipher again() {
        return new PageCipher(key, file);
    }

    /** Seals a page into {@code sealed}; returns how many bytes it has become. */
    int seal(long number, boolean last, byte[] plain, int length, byte[] sealed) {
        return seal.seal(number, last, plain, length, sealed);
    }

    /** Opens a page into {@code plain}; returns how many bytes it has become. */
    int open(long number, boolean last, byte[] sealed, int length, byte[] plain) throws CorruptIndexException {
        try {
            return seal.open(number, last, sealed, length, plain);
        } catch (AEADBadTagException broken) {
            throw new CorruptIndexException(
                    "page " + number + " is not what was written, or the key is another one", file, broken);
        } catch (GeneralSecurityException impossible) {
            throw new CorruptIndexException("page " + number + " has no seal", file, impossible);
        }
    }
}
