package redress.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 over values, each with its length in front, so that no two sequences of values look alike. */
final class Digest {

    private final MessageDigest sha;

    Digest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Digest add(@Nullable Object value) {
        if (value == null) {
            sha.update((byte) 0);
            return this;
        }
        byte[] bytes = value instanceof byte[] raw ? raw : value.toString().getBytes(StandardCharsets.UTF_8);
        sha.update((byte) 1);
        for (int shift = 24; shift >= 0; shift -= 8) {
            sha.update((byte) (bytes.length >>> shift));
        }
        sha.update(bytes);
        return this;
    }

    Digest addAll(@Nullable Object[] values) {
        for (Object value : values) {
            add(value);
        }
        return this;
    }

    byte[] bytes() {
        return sha.digest();
    }

    static byte[] of(@Nullable Object... values) {
        return new Digest().addAll(values).bytes();
    }

    /** The key itself, or where it is too long its beginning with half a digest of the whole. */
    static String shortened(String key, int max) {
        if (key.length() <= max) {
            return key;
        }
        return key.substring(0, max - 33) + "~" + HexFormat.of().formatHex(of(key), 0, 16);
    }
}
