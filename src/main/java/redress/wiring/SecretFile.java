package redress.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** A file of random bytes that only the owner may read, made on first use. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * The bytes of the file; the file is made with fresh random bytes where it is missing.
     *
     * @param file where the secret lies
     * @param length how many bytes it has; a file of another length is refused, since a cut key would lock out
     *     everybody
     */
    public static byte[] readOrMake(Path file, int length) {
        try {
            if (Files.notExists(file)) {
                make(file, length);
            }
            byte[] secret = Files.readAllBytes(file);
            if (secret.length != length) {
                throw new IllegalStateException(file + " holds " + secret.length + " bytes instead of " + length);
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or make " + file, e);
        }
    }

    private static void make(Path file, int length) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        byte[] secret = new byte[length];
        new SecureRandom().nextBytes(secret);
        Path fresh = Files.createTempFile(
                parent,
                "secret",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, secret, StandardOpenOption.SYNC);
        try {
            // A link fails where the file exists by now: of two nodes that start at once, one makes the secret.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            System.getLogger(SecretFile.class.getName())
                    .log(System.Logger.Level.DEBUG, "Another process made {0} first", file);
        } finally {
            Files.delete(fresh);
        }
    }
}
