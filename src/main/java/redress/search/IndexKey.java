package redress.search;

import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;
import redress.wiring.PageSeal;

/**
 * The key of one shelf of one generation. Every file gets a key of its own from it by HKDF (RFC 5869, HMAC-SHA-256)
 * with a salt that stands in the file, so that no two pages of an index are ever sealed under the same key and nonce,
 * and no file of another shelf or generation opens here.
 */
final class IndexKey {

    static final int BYTES = 32;

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
        return PageSeal.key(secret, salt, info).getEncoded();
    }
}
