package redress.ledger;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redress.wiring.Repository;

/**
 * The key under which the log speaks, and its name. The private key is a PKCS#8 PEM file that only its owner may read;
 * all nodes of one log share it.
 */
@Repository
public class LedgerKeys {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final String origin;
    private final Duration within;
    private final Ed25519PrivateKeyParameters privateKey;
    private final PublicKey publicKey;
    private final byte[] keyId;

    /**
     * Reads the key, or makes it where the file is missing.
     *
     * @param file {@code redress.ledger.key-file}
     * @param origin {@code redress.ledger.origin}: a name like a host with a path, without spaces or plus signs
     * @param within {@code redress.ledger.publish-within}: how soon a promised leaf is published at the latest
     */
    @Inject
    public LedgerKeys(
            @ConfigProperty(name = "redress.ledger.key-file") String file,
            @ConfigProperty(name = "redress.ledger.origin") String origin,
            @ConfigProperty(name = "redress.ledger.publish-within") Duration within) {
        if (origin.isBlank() || origin.chars().anyMatch(c -> c == '+' || Character.isWhitespace(c))) {
            throw new IllegalArgumentException("redress.ledger.origin must be a name without spaces or plus signs");
        }
        this.origin = origin;
        this.within = within;
        try {
            this.privateKey = read(Path.of(file));
            this.publicKey = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(
                            SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(privateKey.generatePublicKey())
                                    .getEncoded()));
            this.keyId = SignedNote.keyId(origin, publicKey);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or make the ledger's key " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(file + " holds no Ed25519 private key in PKCS#8", e);
        }
    }

    /** The name of the log. */
    public String origin() {
        return origin;
    }

    /** The public key as the verifiers of C2SP signed notes take it. */
    public String verifierKey() {
        return SignedNote.verifierKey(origin, publicKey);
    }

    /** The public key in PEM (X.509). */
    public String publicPem() {
        return pem("-----BEGIN PUBLIC KEY-----", publicKey.getEncoded(), "-----END PUBLIC KEY-----");
    }

    /** The promise for something that was taken in; equal input gives equal bytes. */
    public Promise promise(byte[] leafHash, Instant receivedAt) {
        Instant publishBy = receivedAt.plus(within);
        String text = Promise.text(origin, leafHash, receivedAt, publishBy);
        String note = SignedNote.of(text, origin, keyId, SignedNote.sign(text, privateKey));
        return new Promise(origin, leafHash.clone(), receivedAt, publishBy, note);
    }

    /** The signature over a head. */
    byte[] signHead(long size, byte[] root) {
        return SignedNote.sign(TreeHead.text(origin, size, root), privateKey);
    }

    /** The head with its checkpoint. */
    TreeHead head(long size, byte[] root, Instant at, byte[] signature) {
        String text = TreeHead.text(origin, size, root);
        return new TreeHead(size, root, at, SignedNote.of(text, origin, keyId, signature));
    }

    private static Ed25519PrivateKeyParameters read(Path file) throws IOException, GeneralSecurityException {
        if (Files.notExists(file)) {
            make(file);
        }
        String pem = Files.readString(file);
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new GeneralSecurityException("no PKCS#8 PEM block");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
        PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
        return new Ed25519PrivateKeyParameters(seed);
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        PrivateKey key =
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path fresh = Files.createTempFile(
                folder,
                "ledger",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(fresh, pem(BEGIN, key.getEncoded(), END));
            // A link, unlike a move, fails where another node was faster: then its key is the log's.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException faster) {
            System.getLogger(LedgerKeys.class.getName()).log(System.Logger.Level.DEBUG, "Another node made the key");
        } finally {
            Files.delete(fresh);
        }
    }

    private static String pem(String begin, byte[] encoded, String end) {
        return begin + "\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n" + end + "\n";
    }
}
