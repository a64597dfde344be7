package redress.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The letter {@code đ} in the other way in which people write it. Folding makes a d of it, in texts as in questions;
 * but who has no key for it writes dj, and so do many documents.
 */
final class LetterDj {

    private static final Pattern DJ = Pattern.compile("dj", Pattern.CASE_INSENSITIVE);

    private LetterDj() {}

    /** A word with d for each dj, and with dj for each {@code đ}, in its own script; none where it has neither. */
    static List<String> otherwise(String word) {
        Set<String> others = new LinkedHashSet<>(List.of(
                plain(word),
                word.replace("đ", "dj").replace("Đ", "Dj").replace("ђ", "дј").replace("Ђ", "Дј")));
        others.remove(word);
        return List.copyOf(others);
    }

    /** The text with d for each dj, as folding would have written it. */
    static String plain(String text) {
        return DJ.matcher(text).replaceAll("d");
    }
}
