package redress.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import redress.names.Letters;

/**
 * Words that say little wherever they stand, in all languages together: "with" and "the" are no trait of anybody. For
 * rooms that compare texts without the index, and so by {@link Letters}, which makes Latin letters of Arabic ones too
 * and one word of "didn't".
 */
public final class SmallWords {

    private static final Set<String> ALL = all();

    private SmallWords() {}

    private static Set<String> all() {
        Set<String> all = new HashSet<>();
        for (Object written : Tongue.little()) {
            List<String> words = Letters.words(new String((char[]) written));
            if (words.size() == 1) {
                all.addAll(words);
            }
        }
        return Set.copyOf(all);
    }

    /**
     * Whether a word is one of them.
     *
     * @param folded the word as {@link Letters#words} gives it
     */
    public static boolean has(String folded) {
        return ALL.contains(folded);
    }
}
