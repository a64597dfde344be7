package redress.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A text that is typed as one word, with a sign of the syntax in it, and is several in texts: {@code A-41*} is the word
 * A and the beginning 41. Its words need not stand together, but all in one kind of text.
 */
final class Jointed {

    private static final Pattern SIGN = Pattern.compile("[*?]");

    private Jointed() {}

    /** The words of a text, the last of them with the sign of a beginning. */
    static List<String> begun(String text) {
        List<String> words = new ArrayList<>(Words.parts(text));
        if (!words.isEmpty()) {
            words.add(words.removeLast() + "*");
        }
        return words;
    }

    /**
     * The words of a pattern with their signs. A sign stands for a letter like the one before it. Letters outside of
     * the basic plane are two characters, so a text with such stays whole.
     */
    static List<String> shaped(String pattern) {
        StringBuilder letters = new StringBuilder(pattern);
        char letter = 'x';
        for (int i = 0; i < letters.length(); i++) {
            char here = letters.charAt(i);
            if (Character.isSurrogate(here)) {
                return List.of(pattern);
            }
            if (sign(here)) {
                letters.setCharAt(i, letter);
            } else if (Character.isLetterOrDigit(here)) {
                letter = here;
            }
        }
        return Words.parts(letters.toString(), pattern);
    }

    /** Whether a word is a pattern. */
    static boolean signed(String word) {
        return SIGN.matcher(word).find();
    }

    private static boolean sign(char letter) {
        return letter == '*' || letter == '?';
    }

    /**
     * Whether each pattern among these words has so many letters before its first sign that it need not be held against
     * too many words: three where it stands alone. Beside other words two are enough, and one in a badge, of which
     * there are few.
     */
    static boolean enough(@Nullable TextField in, List<String> words) {
        int beside = in == TextField.BADGES ? 1 : 2;
        int least = words.size() == 1 ? Clause.Beginning.SHORTEST : beside;
        return words.stream().filter(Jointed::signed).allMatch(word -> first(word) >= least);
    }

    private static int first(String word) {
        return (int) IntStream.range(0, word.length())
                .takeWhile(i -> !sign(word.charAt(i)))
                .count();
    }

    /** Whether a word is long enough to be looked for with a wrong letter. */
    static boolean mayBeInexact(String word) {
        return word.length() >= Clause.Beginning.SHORTEST;
    }

    /** How many words of a text can be looked for with a wrong letter. */
    static int inexact(String text) {
        return (int) Words.parts(text).stream().filter(Jointed::mayBeInexact).count();
    }

    /** How many words a condition asks for; one for what asks for none or for all of them as a row. */
    static int count(Clause leaf) {
        return switch (leaf) {
            case Clause.Word word -> Words.count(word.text());
            case Clause.Beginning beginning -> Words.count(beginning.text());
            case Clause.Inexact inexact -> Words.count(inexact.text());
            case Clause.Shape shape -> Words.count(shape.text());
            default -> 1;
        };
    }
}
