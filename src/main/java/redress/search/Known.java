package redress.search;

import java.util.Arrays;
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

    /** In pairs, in each first what was said last. */
    private final AtomicReferenceArray<char @Nullable []> entries = new AtomicReferenceArray<>(PLACES);

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
        if (entry[0] <= LONGEST) {
            int place = place(Arrays.copyOfRange(entry, 1, 1 + entry[0]), entry[0]);
            entries.setRelease(place + 1, entries.getAcquire(place));
            entries.setRelease(place, entry);
        }
    }

    private static boolean is(char[] entry, char[] word, int length) {
        return entry[0] == length && Arrays.equals(entry, 1, 1 + length, word, 0, length);
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
