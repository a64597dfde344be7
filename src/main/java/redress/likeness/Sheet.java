package redress.likeness;

import java.util.Arrays;
import java.util.List;
import redress.names.NameBook;

/**
 * An account made ready to be compared with many others: its words as ascending numbers, its names with their rarity.
 */
record Sheet(Account account, int[] words, int[] description, List<Named> names) {

    /** A name as it was read, and whether few are called so. */
    record Named(NameBook.Read name, boolean rare) {}

    /** The numbers that stand in both. */
    static int[] shared(int[] some, int[] others) {
        int[] shared = new int[Math.min(some.length, others.length)];
        int found = 0;
        int i = 0;
        int j = 0;
        while (i < some.length && j < others.length) {
            int order = Integer.compare(some[i], others[j]);
            if (order == 0) {
                shared[found++] = some[i];
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return Arrays.copyOf(shared, found);
    }
}
