package redress.evidence;

import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redress.wiring.PageSeal;
import redress.wiring.Part;
import redress.wiring.SecretFile;

/**
 * Seals the content of documents in parts, each document under a key of its own that comes from the secret in a file
 * and a salt beside the document. A copy of the database shows no document.
 */
@Part
class Safe {

    /** The plain bytes of a part: a statement with one stays far below what any database takes at once. */
    static final int PART = 512 * 1024;

    static final int SALT = 32;

    private final byte[] secret;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Safe(@ConfigProperty(name = "redress.evidence.key-file") String file) {
        this.secret = SecretFile.readOrMake(Path.of(file), 32);
    }

    /**
     * A sealed content.
     *
     * @param salt of its key
     * @param parts in order
     */
    record Sealed(byte[] salt, List<byte[]> parts) {}

    Sealed seal(long document, byte[] content) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        PageSeal seal = opener(document, salt);
        List<byte[]> parts = new ArrayList<>();
        int last = Math.max(0, (content.length - 1) / PART);
        for (int i = 0; i <= last; i++) {
            byte[] plain = Arrays.copyOfRange(content, i * PART, Math.min(content.length, (i + 1) * PART));
            byte[] sealed = new byte[plain.length + PageSeal.TAG];
            seal.seal(i, i == last, plain, plain.length, sealed);
            parts.add(sealed);
        }
        return new Sealed(salt, parts);
    }

    /** The content; a part that is missing, changed or another document's, or another key, is told by not opening. */
    byte[] open(long document, int size, Sealed sealed) {
        byte[] content = new byte[size];
        PageSeal seal = opener(document, sealed.salt());
        int at = 0;
        try {
            for (int i = 0; i < sealed.parts().size(); i++) {
                byte[] part = sealed.parts().get(i);
                byte[] plain = new byte[part.length];
                boolean last = i == sealed.parts().size() - 1;
                int length = seal.open(i, last, part, part.length, plain);
                System.arraycopy(plain, 0, content, at, length);
                at += length;
            }
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("A document does not open: the key or a row is not the right one", broken);
        }
        if (at != size) {
            throw new IllegalStateException("A document is " + at + " bytes long instead of " + size);
        }
        return content;
    }

    private PageSeal opener(long document, byte[] salt) {
        byte[] name = ByteBuffer.allocate(Long.BYTES).putLong(document).array();
        return new PageSeal(PageSeal.key(secret, salt, "document".getBytes(StandardCharsets.UTF_8)), name);
    }

    static byte[] hash(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
