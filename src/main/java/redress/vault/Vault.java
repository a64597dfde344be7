package redress.vault;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import redress.wiring.Insertion;
import redress.wiring.Repository;
import redress.wiring.SecretFile;

/**
 * Names and contacts, one sealed box for each complaint: AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce,
 * bound to the complaint's id so that boxes cannot be swapped. The key is in a file of its own, so that a copy of the
 * database names nobody.
 */
@Repository
public class Vault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final EntityManager entityManager;
    private final DataSource dataSource;
    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Vault(
            EntityManager entityManager,
            DataSource dataSource,
            @ConfigProperty(name = "redress.vault.key-file") String file) {
        this.entityManager = entityManager;
        this.dataSource = dataSource;
        this.key = new SecretKeySpec(SecretFile.readOrMake(Path.of(file), 32), "AES");
    }

    /** Puts identities under seal, by complaint, in the caller's transaction. An empty one leaves no box. */
    public void seal(Map<Long, Identity> identities) {
        Insertion boxes = Insertion.into("vault_identity", "complaint_id", "sealed");
        Cipher cipher = cipher();
        identities.forEach((complaint, identity) -> {
            if (!identity.empty()) {
                boxes.row(complaint, close(cipher, complaint, identity));
            }
        });
        boxes.send(dataSource);
    }

    /** Whether there is anything under seal for the complaint. */
    public boolean holds(long complaint) {
        return !entityManager
                .createNativeQuery("SELECT 1 FROM vault_identity WHERE complaint_id = ?")
                .setParameter(1, complaint)
                .getResultList()
                .isEmpty();
    }

    /** Breaks the seal. The caller has checked that the actor is a custodian and writes the act. */
    public Optional<Identity> open(long complaint) {
        return entityManager
                .createNativeQuery("SELECT sealed FROM vault_identity WHERE complaint_id = ?")
                .setParameter(1, complaint)
                .getResultList()
                .stream()
                .map(box -> open(complaint, (byte[]) box))
                .findFirst();
    }

    byte[] close(long complaint, Identity identity) {
        return close(cipher(), complaint, identity);
    }

    private byte[] close(Cipher cipher, long complaint, Identity identity) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] box = run(cipher, Cipher.ENCRYPT_MODE, complaint, nonce, plain(identity));
        return ByteBuffer.allocate(nonce.length + box.length)
                .put(nonce)
                .put(box)
                .array();
    }

    Identity open(long complaint, byte[] box) {
        ByteBuffer buffer = ByteBuffer.wrap(box);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] text = new byte[buffer.remaining()];
        buffer.get(text);
        return identity(run(cipher(), Cipher.DECRYPT_MODE, complaint, nonce, text));
    }

    /** Serves many boxes, one after the other; to find one takes as long as to close a box. */
    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK lacks AES-GCM", e);
        }
    }

    private byte[] run(Cipher cipher, int mode, long complaint, byte[] nonce, byte[] text) {
        try {
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(complaint).array());
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A sealed identity does not open: the key or the row is not the right one", e);
        }
    }

    private static byte[] plain(Identity identity) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, identity.name());
            write(out, identity.address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static Identity identity(byte[] plain) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
            return new Identity(read(in), read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String read(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
