package redress.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.lucene.index.CorruptIndexException;

/**
 * Seals and opens the pages of one file with AES-256-GCM (NIST SP 800-38D). The number of the page and whether it is
 * the last make the nonce and stand, with the name of the file, in the associated data, as in STREAM (Hoang,
 * Reyhanitabar, Rogaway, Vizár 2015): a page that is changed, moved, left out, cut off or taken from another file does
 * not open. For one thread at a time.
 */
final class PageCipher {

    /** The bytes of a file that are sealed together; only the last page may be shorter. */
    static final int PAGE = 16 * 1024;

    /** By how much sealing makes a page longer. */
    static final int TAG = 16;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 8 * TAG;

    private final SecretKeySpec key;
    private final String file;
    private final byte[] name;
    private final Cipher cipher;

    /** @param file the name of the file, which is bound to every page */
    PageCipher(SecretKeySpec key, String file) {
        this.key = key;
        this.file = file;
        this.name = file.getBytes(StandardCharsets.UTF_8);
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has AES-GCM", missing);
        }
    }

    /** The same file for another thread. */
    PageCipher again() {
        return new PageCipher(key, file);
    }

    /** Seals a page into {@code sealed}; returns how many bytes it has become. */
    int seal(long number, boolean last, byte[] plain, int length, byte[] sealed) {
        try {
            begin(Cipher.ENCRYPT_MODE, number, last);
            return cipher.doFinal(plain, 0, length, sealed, 0);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a page of this size can be sealed", impossible);
        }
    }

    /** Opens a page into {@code plain}; returns how many bytes it has become. */
    int open(long number, boolean last, byte[] sealed, int length, byte[] plain) throws CorruptIndexException {
        try {
            begin(Cipher.DECRYPT_MODE, number, last);
            return cipher.doFinal(sealed, 0, length, plain, 0);
        } catch (AEADBadTagException broken) {
            throw new CorruptIndexException(
                    "page " + number + " is not what was written, or the key is another one", file, broken);
        } catch (GeneralSecurityException impossible) {
            throw new CorruptIndexException("page " + number + " has no seal", file, impossible);
        }
    }

    private void begin(int mode, long number, boolean last) throws GeneralSecurityException {
        ByteBuffer place = ByteBuffer.allocate(NONCE)
                .put(new byte[3])
                .put((byte) (last ? 1 : 0))
                .putLong(number);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, place.array()));
        cipher.updateAAD(place.array());
        cipher.updateAAD(name);
    }
}
