package redress.search;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one shelf of one generation. Every file gets a key of its own from it by HKDF (RFC 5869, HMAC-SHA-256)
 * with a salt that stands in the file, so that no two pages of an index are ever sealed under the same key and nonce,
 * and no file of another shelf or generation opens here.
 */
final class IndexKey {

    static final int BYTES = 32;

    private static final String HMAC = "HmacSHA256";

    private final byte[] secret;
    private final String context;

    /** @param context what the key is for: the shelf and the generation */
    IndexKey(byte[] secret, String context) {
        this.secret = secret.clone();
        this.context = context;
    }

    /** The same secret for something else. */
    IndexKey of(String otherContext) {
        return new IndexKey(secret, otherContext);
    }

    /** The AES-256 key of the file with this salt. */
    SecretKeySpec file(byte[] salt) {
        return new SecretKeySpec(derive(secret, salt, context.getBytes(StandardCharsets.UTF_8)), "AES");
    }

    /** The first 32 bytes of HKDF: extract, then one round of expand. */
    static byte[] derive(byte[] secret, byte[] salt, byte[] info) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(salt, HMAC));
            mac.init(new SecretKeySpec(mac.doFinal(secret), HMAC));
            mac.update(info);
            mac.update((byte) 1);
            return mac.doFinal();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", missing);
        }
    }
}
