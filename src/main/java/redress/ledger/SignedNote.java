package redress.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * The signed note of C2SP with one Ed25519 signature: text, an empty line, and a line with name, key id, signature.
 * Bouncy Castle signs, because a receipt waits for it and the JDK takes ten times as long; the JDK verifies, so that a
 * fault of the one is noticed by the other.
 */
final class SignedNote {

    /** The algorithm's number in C2SP signed-note. */
    private static final byte ED25519 = 1;

    private static final int KEY_LENGTH = 32;
    private static final int KEY_ID_LENGTH = 4;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private SignedNote() {}

    /**
     * The note over {@code text}, which ends with a line break, with a signature made by {@link #sign} under a key of
     * that id.
     */
    static String of(String text, String name, byte[] keyId, byte[] signature) {
        byte[] blob = ByteBuffer.allocate(KEY_ID_LENGTH + signature.length)
                .put(keyId)
                .put(signature)
                .array();
        return text + "\n— " + name + " " + Base64.getEncoder().encodeToString(blob) + "\n";
    }

    static byte[] sign(String text, Ed25519PrivateKeyParameters key) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        signer.update(bytes, 0, bytes.length);
        return signer.generateSignature();
    }

    /** Whether the note is exactly {@code text} with a signature under that name and key. */
    static boolean verifies(String note, String text, String verifierKey) {
        String[] parts = verifierKey.split("\\+", 3);
        String start = text + "\n— " + parts[0] + " ";
        if (parts.length != 3 || !note.startsWith(start) || !note.endsWith("\n")) {
            return false;
        }
        try {
            byte[] blob = Base64.getDecoder().decode(note.substring(start.length(), note.length() - 1));
            PublicKey key = publicKey(parts[2]);
            if (blob.length < KEY_ID_LENGTH
                    || !Arrays.equals(keyId(parts[0], key), Arrays.copyOf(blob, KEY_ID_LENGTH))) {
                return false;
            }
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(blob, KEY_ID_LENGTH, blob.length - KEY_ID_LENGTH);
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    /** The key as verifiers take it: name, key id and key, joined by plus signs. */
    static String verifierKey(String name, PublicKey key) {
        return name + "+" + HexFormat.of().formatHex(keyId(name, key)) + "+"
                + Base64.getEncoder().encodeToString(typed(key));
    }

    private static PublicKey publicKey(String typed) throws GeneralSecurityException {
        byte[] bytes = Base64.getDecoder().decode(typed);
        if (bytes.length != KEY_LENGTH + 1 || bytes[0] != ED25519) {
            throw new IllegalArgumentException("not an Ed25519 verifier key");
        }
        byte[] encoded = ByteBuffer.allocate(X509_PREFIX.length + KEY_LENGTH)
                .put(X509_PREFIX)
                .put(bytes, 1, KEY_LENGTH)
                .array();
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** The first four bytes of a digest over the name and the key, as C2SP signed-note has it. */
    static byte[] keyId(String name, PublicKey key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(typed(key)), KEY_ID_LENGTH);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static byte[] typed(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return ByteBuffer.allocate(KEY_LENGTH + 1)
                .put(ED25519)
                .put(encoded, encoded.length - KEY_LENGTH, KEY_LENGTH)
                .array();
    }
}
