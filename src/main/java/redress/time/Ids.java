package redress.time;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that sort by time: 63 bits, the high 41 the milliseconds since 2020 (until 2089), the low 22 a random start in
 * each millisecond, counted up within it. One JVM never gives the same id twice and each is greater than the last, even
 * when the clock steps back. Two nodes that make a and b ids in the same millisecond overlap with a probability of at
 * most (a + b) / 2^22; at 20 ids a second on each of two nodes that is about three refused inserts a year, caught by
 * the primary key. An id is no secret.
 */
public final class Ids {

    private static final long EPOCH = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final int LOW_BITS = 22;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TEXT_LENGTH = 13;

    private Ids() {}

    /** A new id, positive and greater than every other that this JVM has given. */
    public static long next() {
        long now = System.currentTimeMillis() - EPOCH;
        long start = now << LOW_BITS | RANDOM.nextInt(1 << LOW_BITS);
        // Within a millisecond count on: neighbouring ids of two nodes meet more rarely than random ones.
        return LAST.updateAndGet(last -> last >>> LOW_BITS >= now ? last + 1 : start);
    }

    /** When the id was made, to the millisecond; an id from elsewhere may say anything. */
    public static Instant madeAt(long id) {
        return Instant.ofEpochMilli((id >>> LOW_BITS) + EPOCH);
    }

    /** The id as people see it: {@value #TEXT_LENGTH} characters of Crockford's base32, sorting like the number. */
    public static String text(long id) {
        if (id < 0) {
            throw new IllegalArgumentException("an id is never negative");
        }
        char[] text = new char[TEXT_LENGTH];
        long rest = id;
        for (int i = TEXT_LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(text);
    }

    /** The id that {@link #text} shows; reads small letters, O as 0, and I and L as 1. */
    public static long parse(String text) {
        return find(text).orElseThrow(() -> new NumberFormatException("not an id of 13 letters and digits"));
    }

    /** Like {@link #parse}, but empty where the text is no id: for what comes in a URL. */
    public static OptionalLong find(String text) {
        if (text.length() != TEXT_LENGTH || digit(text.charAt(0)) > 7) {
            return OptionalLong.empty();
        }
        long id = 0;
        for (int i = 0; i < TEXT_LENGTH; i++) {
            int digit = digit(text.charAt(i));
            if (digit < 0) {
                return OptionalLong.empty();
            }
            id = id << 5 | digit;
        }
        return OptionalLong.of(id);
    }

    private static int digit(char letter) {
        return switch (letter) {
            case 'o', 'O' -> 0;
            case 'i', 'I', 'l', 'L' -> 1;
            default -> ALPHABET.indexOf(letter >= 'a' && letter <= 'z' ? letter - 32 : letter);
        };
    }
}
