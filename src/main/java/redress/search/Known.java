package redress.search;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Forms of words that were made before. Bounded: of words with the same hash the two that were said last stay. Any
 * number of threads uses it without a lock: an entry does not change, and one that is lost is made again.
 *
 * <p>An entry is one array, because to follow a reference costs more than all else here: the length of the word and the
 * word, then for each form its length and the form.
 */
final class Known {

    private static final int PLACES = 1 << 16;
    private static final int UNUSED_BITS = Integer.numberOfLeadingZeros(PLACES - 1);
    private static final int LONGEST = 32;

    /** So that 27 fit: a letter, or none. */
    private static final int BITS = 5;

    private static final int MOST_PACKED = Long.SIZE / BITS;

    /** Words with the same hash that are remembered together; they lie side by side in memory. */
    private static final int WAYS = 4;

    /** In pairs, in each first what was said last. */
    private final AtomicReferenceArray<char @Nullable []> entries = new AtomicReferenceArray<>(PLACES);

    /** Words that have no form but themselves, in fours, in each first what was met last. */
    private final AtomicLongArray same = new AtomicLongArray(PLACES);

    /**
     * Whether it is remembered that this word has no form but itself. Most words of a text are such ones, and to know
     * it one number is read and no reference followed.
     */
    boolean same(char[] word, int length) {
        long packed = packed(word, 0, length);
        if (packed == 0) {
            return false;
        }
        int place = place(packed);
        for (int i = place; i < place + WAYS; i++) {
            if (same.getOpaque(i) == packed) {
                return true;
            }
        }
        return false;
    }

    /** The entry of a word, or null if it is not remembered; not to be changed. */
    char @Nullable [] find(char[] word, int length) {
        int place = place(word, length);
        char[] last = entries.getAcquire(place);
        if (last != null && is(last, word, length)) {
            return last;
        }
        char[] before = entries.getAcquire(place + 1);
        if (before != null && is(before, word, length)) {
            entries.setRelease(place, before);
            entries.setRelease(place + 1, last);
            return before;
        }
        return null;
    }

    /** Remembers an entry, which is not changed any more. */
    void keep(char[] entry) {
        if (itself(entry)) {
            long packed = packed(entry, 1, entry[0]);
            if (packed != 0) {
                keep(packed);
                return;
            }
        }
        if (entry[0] <= LONGEST) {
            int place = place(Arrays.copyOfRange(entry, 1, 1 + entry[0]), entry[0]);
            entries.setRelease(place + 1, entries.getAcquire(place));
            entries.setRelease(place, entry);
        }
    }

    private static boolean is(char[] entry, char[] word, int length) {
        return entry[0] == length && Arrays.equals(entry, 1, 1 + length, word, 0, length);
    }

    private void keep(long packed) {
        int place = place(packed);
        for (int i = place + WAYS - 1; i > place; i--) {
            same.setOpaque(i, same.getOpaque(i - 1));
        }
        same.setOpaque(place, packed);
    }

    /** Whether the entry is of a word that has no form but itself. */
    private static boolean itself(char[] entry) {
        int length = entry[0];
        return entry.length == 2 * (1 + length) && Arrays.equals(entry, 0, 1 + length, entry, 1 + length, entry.length);
    }

    /** A short word of the letters a to z as a number that no other word has; 0 for any other. */
    private static long packed(char[] word, int from, int length) {
        if (length > MOST_PACKED) {
            return 0;
        }
        long packed = 0;
        for (int i = from; i < from + length; i++) {
            int letter = word[i] - 'a' + 1;
            if (letter < 1 || letter > 'z' - 'a' + 1) {
                return 0;
            }
            packed = packed << BITS | letter;
        }
        return packed;
    }

    private static int place(long packed) {
        return (int) (packed * 0x9e3779b97f4a7c15L >>> Long.SIZE - Integer.SIZE + UNUSED_BITS) & -WAYS;
    }

    private static int place(char[] word, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + word[i];
        }
        // Words differ in few letters: without this (Knuth's multiplicative hashing) they crowd in few places.
        return hash * 0x9e3779b9 >>> UNUSED_BITS & ~1;
    }
}
