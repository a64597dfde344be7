package redress.wiring;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens the pages of one file with AES-256-GCM (NIST SP 800-38D). The number of the page and whether it is
 * the last make the nonce and stand, with the name of the file, in the associated data, as in STREAM (Hoang,
 * Reyhanitabar, Rogaway, Vizár 2015): a page that is changed, moved, left out, cut off or taken from another file does
 * not open. A key must seal one file only; {@link #key} makes one from a secret and a salt. For one thread at a time.
 */
public final class PageSeal {

    /** By how many bytes sealing makes a page longer. */
    public static final int TAG = 16;

    private static final int NONCE = 12;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final byte[] name;
    private final Cipher cipher;

    /** @param name what the file is called, bound to every page */
    public PageSeal(SecretKeySpec key, byte[] name) {
        this.key = key;
        this.name = name.clone();
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has AES-GCM", missing);
        }
    }

    /** The AES-256 key of a file: the first 32 bytes of HKDF (RFC 5869, HMAC-SHA-256), one round of expand. */
    public static SecretKeySpec key(byte[] secret, byte[] salt, byte[] purpose) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(salt, HMAC));
            mac.init(new SecretKeySpec(mac.doFinal(secret), HMAC));
            mac.update(purpose);
            mac.update((byte) 1);
            return new SecretKeySpec(mac.doFinal(), "AES");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", missing);
        }
    }

    /** Seals a page into {@code sealed}; returns how many bytes it has become. */
    public int seal(long number, boolean last, byte[] plain, int length, byte[] sealed) {
        try {
            begin(Cipher.ENCRYPT_MODE, number, last);
            return cipher.doFinal(plain, 0, length, sealed, 0);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a page of this size can be sealed", impossible);
        }
    }

    /**
     * Opens a page into {@code plain}; returns how many bytes it has become.
     *
     * @throws AEADBadTagException where the page is not what was sealed at this place, or the key is another one
     * @throws GeneralSecurityException where it has no seal at all
     */
    public int open(long number, boolean last, byte[] sealed, int length, byte[] plain)
            throws GeneralSecurityException {
        begin(Cipher.DECRYPT_MODE, number, last);
        return cipher.doFinal(sealed, 0, length, plain, 0);
    }

    private void begin(int mode, long number, boolean last) throws GeneralSecurityException {
        ByteBuffer place = ByteBuffer.allocate(NONCE)
                .put(new byte[3])
                .put((byte) (last ? 1 : 0))
                .putLong(number);
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, place.array()));
        cipher.updateAAD(place.array());
        cipher.updateAAD(name);
    }
}
