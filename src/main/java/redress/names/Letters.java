package redress.names;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * How letters of any script become plain Latin ones. Serbian Cyrillic is transliterated first, by the rules of its own
 * (BGN, one to one with the Latin alphabet of Bosnia), and only what is left by the general rules: those write
 * {@code Џ} as a D with a mark, which folding takes for a D, and Џаферовић would never meet Džaferović.
 */
public final class Letters {

    private static final Transliterator TO_LATIN = Transliterator.getInstance("Serbian-Latin/BGN; Any-Latin; NFC");

    /** Letters before this one are those of ASCII. */
    private static final char PLAIN = 128;

    /** Of FNV-1a (Fowler, Noll and Vo; RFC 9923): the hash of no letters, and by what it is multiplied. */
    private static final long NOTHING = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private static final Set<Character.UnicodeScript> ALIKE =
            EnumSet.of(Character.UnicodeScript.LATIN, Character.UnicodeScript.CYRILLIC, Character.UnicodeScript.COMMON);

    private Letters() {}

    /** The text in Latin letters, with its case and marks: Ђорђевић is Đorđević. Latin text comes back as it is. */
    public static String latin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isLatin(text.charAt(i))) {
                return TO_LATIN.transliterate(text);
            }
        }
        return text;
    }

    /**
     * The text in small Latin letters without marks; {@code đ} is d here, {@link NameBook} knows its other spelling.
     */
    public static String fold(String text) {
        if (plain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String latin = latin(text);
        if (plain(latin)) {
            return latin.toLowerCase(Locale.ROOT);
        }
        String parted = Normalizer.normalize(latin, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(parted.length());
        for (int i = 0; i < parted.length(); i++) {
            char c = parted.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append(without(c));
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    /** The folded words of a text in their order; an apostrophe does not part a word: N'Diaye is one. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        eachWord(text, (letters, from, to) -> words.add(new String(letters, from, to - from)));
        return words;
    }

    /** Who is told words one after the other, for whom there need be no string of each. */
    @FunctionalInterface
    public interface Listener {

        /** A word is what stands in {@code letters} from {@code from} to before {@code to}, until this returns. */
        void hear(char[] letters, int from, int to);
    }

    /** Tells what {@link #words} gives, word by word. */
    public static void eachWord(String text, Listener listener) {
        char[] letters = fold(text).toCharArray();
        int from = 0;
        int to = 0;
        for (char c : letters) {
            if (isOfAWord(c)) {
                // An apostrophe that was passed over leaves room, so this never runs ahead of what is read.
                letters[to++] = c;
            } else if (to > from && !isApostrophe(c)) {
                listener.hear(letters, from, to);
                from = to;
            }
        }
        if (to > from) {
            listener.hear(letters, from, to);
        }
    }

    /** Tells a number for each of the {@link #words}, the same for the same word: its hash by FNV-1a, 64 bits. */
    public static void eachHash(String text, LongConsumer listener) {
        if (!plain(text)) {
            eachWord(text, (letters, from, to) -> listener.accept(hash(letters, from, to)));
            return;
        }
        boolean inside = false;
        long hash = NOTHING;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isOfAWord(c)) {
                hash = (hash ^ small(c)) * PRIME;
                inside = true;
            } else if (inside && !isApostrophe(c)) {
                listener.accept(hash);
                hash = NOTHING;
                inside = false;
            }
        }
        if (inside) {
            listener.accept(hash);
        }
    }

    /** Of a letter of ASCII. */
    private static int small(char c) {
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }

    private static long hash(char[] letters, int from, int to) {
        long hash = NOTHING;
        for (int i = from; i < to; i++) {
            hash = (hash ^ letters[i]) * PRIME;
        }
        return hash;
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= PLAIN) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfAWord(char c) {
        if (c < PLAIN) {
            return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z';
        }
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private static boolean isLatin(int c) {
        return c < 0x250 || !Character.isLetter(c) || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    /** Whether nothing is said by the script: the text is in Latin or Cyrillic letters, which stand for each other. */
    static boolean alike(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .allMatch(ALIKE::contains);
    }

    /** The text without what people write as an apostrophe. */
    public static String withoutApostrophes(String text) {
        StringBuilder without = new StringBuilder(text.length());
        text.chars().filter(c -> !isApostrophe((char) c)).forEach(c -> without.append((char) c));
        return without.toString();
    }

    /** Modifier letters stand where people mean an apostrophe, also after transliteration from Arabic. */
    static boolean isApostrophe(char c) {
        return c == '\'' || c == '`' || c == '\u00b4' || c == '\u2018' || c == '\u2019' || c >= 0x2b9 && c <= 0x2c0;
    }

    /** Letters that Unicode does not take apart, and those of Krio. */
    private static String without(char c) {
        return switch (c) {
            case 'đ', 'Đ', 'ð', 'Ð', 'ɖ', 'Ɖ' -> "d";
            case 'ø', 'Ø', 'ɔ', 'Ɔ' -> "o";
            case 'ɛ', 'Ɛ', 'ə', 'Ə' -> "e";
            case 'ł', 'Ł' -> "l";
            case 'ŋ', 'Ŋ' -> "ng";
            case 'ı' -> "i";
            case 'ß' -> "ss";
            case 'æ', 'Æ' -> "ae";
            case 'œ', 'Œ' -> "oe";
            case 'þ', 'Þ' -> "th";
            case 'ɓ', 'Ɓ' -> "b";
            default -> String.valueOf(c);
        };
    }
}
