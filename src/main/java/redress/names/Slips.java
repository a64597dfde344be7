package redress.names;

import java.util.Set;
import java.util.TreeSet;

/** Slips of the pen: letters that were left out, added or replaced (Levenshtein 1966), or changed places. */
final class Slips {

    private Slips() {}

    /** How many slips lead from one word to the other; two letters that changed places are one (Damerau 1964). */
    static int between(String one, String other) {
        int[] last = new int[other.length() + 1];
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (swapped(one, other, i, j)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[other.length()];
    }

    private static boolean swapped(String one, String other, int i, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }

    /** The word and all that is left of it without one letter: two words one slip apart have one of these in common. */
    static Set<String> shortened(String word) {
        Set<String> shortened = new TreeSet<>();
        shortened.add(word);
        for (int i = 0; i < word.length(); i++) {
            shortened.add(word.substring(0, i) + word.substring(i + 1));
        }
        return shortened;
    }
}
