package redress.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Forms of words that were made before. Bounded: a word takes the place of another one with the same hash. Any number of
 * threads uses it without a lock: an entry does not change, and one that is lost is made again.
 */
final class Known {

    private static final int PLACES = 1 << 14;
    private static final int LONGEST = 32;

    private record Entry(char[] word, char[][] forms) {}

    private final @Nullable Entry[] entries = new Entry[PLACES];

    /** The forms of a word, or null if they are not remembered; not to be changed. */
    char @Nullable [][] find(char[] word, int length) {
        Entry entry = entries[place(word, length)];
        return entry != null && Arrays.equals(entry.word, 0, entry.word.length, word, 0, length) ? entry.forms : null;
    }

    /** Remembers a word with its forms, which are not changed any more. */
    void keep(char[] word, char[][] forms) {
        if (word.length <= LONGEST) {
            entries[place(word, word.length)] = new Entry(word, forms);
        }
    }

    private static int place(char[] word, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + word[i];
        }
        return (hash ^ hash >>> 15) & PLACES - 1;
    }
}
