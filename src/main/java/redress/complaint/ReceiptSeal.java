package redress.complaint;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redress.wiring.SecretFile;

/**
 * Turns receipt codes into the keyed hashes by which they are found (HMAC-SHA-256). The pepper is in a file of its own,
 * never in the database: who steals the database cannot try codes against it.
 */
@Singleton
class ReceiptSeal {

    private final SecretKeySpec pepper;

    @Inject
    ReceiptSeal(@ConfigProperty(name = "redress.receipt.pepper-file") String file) {
        this.pepper = new SecretKeySpec(SecretFile.readOrMake(Path.of(file), 32), "HmacSHA256");
    }

    byte[] hash(ReceiptCode code) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(pepper);
            return mac.doFinal(code.digits().getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK lacks HMAC-SHA-256", e);
        }
    }
}
