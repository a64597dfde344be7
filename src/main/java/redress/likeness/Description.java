package redress.likeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redress.names.Letters;

/**
 * What can be taken out of a description in free words: numbers that may be a plate or the number of a vehicle, and the
 * words about looks and gear. Times, heights, years and ages are no plates. Knows no list of words and so no language.
 */
public final class Description {

    /** Shorter words are mostly articles, in all the languages here. */
    private static final int SHORTEST_WORD = 3;

    private static final int FEWEST_SIGNS = 2;
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{Nd}?*_…][\\p{L}\\p{Nd}?*_….-]*");
    private static final Pattern NO_PLATE = Pattern.compile(
            "(?:19|20)\\p{Nd}{2}s?|\\p{Nd}{1,2}[.:h]\\p{Nd}{0,2}h?|\\p{Nd}{1,3}(?:[.]\\p{Nd}+)?\\p{Ll}{1,5}|\\p{Nd}{1,2}");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern UNREAD = Pattern.compile("[?*_…]|\\.{2,}");

    private Description() {}

    /** Numbers of vehicles as far as they could be read, in the order in which they stand; each once. */
    public static List<String> vehicles(String description) {
        Set<String> vehicles = new LinkedHashSet<>();
        Matcher tokens = TOKEN.matcher(description);
        while (tokens.find()) {
            String token = tokens.group().replaceAll("[.?-]+$", "");
            if (DIGIT.matcher(token).find() && (UNREAD.matcher(token).find() || isWhole(token))) {
                vehicles.add(token);
            }
        }
        return new ArrayList<>(vehicles);
    }

    private static boolean isWhole(String token) {
        long signs = token.chars().filter(Character::isLetterOrDigit).count();
        return signs > FEWEST_SIGNS && !NO_PLATE.matcher(token).matches();
    }

    /**
     * The folded words of a text, each once, without these numbers: what counts as a vehicle is not counted again as a
     * word.
     */
    public static Set<String> words(String text, Collection<String> vehicles) {
        String rest = text;
        for (String vehicle : vehicles) {
            rest = Pattern.compile(Pattern.quote(vehicle), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(rest)
                    .replaceAll(" ");
        }
        Set<String> words = new LinkedHashSet<>();
        for (String word : Letters.words(rest)) {
            if (word.length() >= SHORTEST_WORD) {
                words.add(word);
            }
        }
        return words;
    }
}
