package redress.names;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How letters of any script become plain Latin ones. Serbian Cyrillic is transliterated first, by the rules of its own
 * (BGN, one to one with the Latin alphabet of Bosnia), and only what is left by the general rules: those write
 * {@code Џ} as a D with a mark, which folding takes for a D, and Џаферовић would never meet Džaferović.
 */
public final class Letters {

    private static final Transliterator TO_LATIN = Transliterator.getInstance("Serbian-Latin/BGN; Any-Latin; NFC");

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
        String latin = latin(text);
        if (isPlain(latin)) {
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

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** The folded words of a text in their order; an apostrophe does not part a word: N'Diaye is one. */
    public static List<String> words(String text) {
        String folded = fold(text);
        List<String> words = new ArrayList<>();
        int from = -1;
        boolean bare = true;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (isOfAWord(c)) {
                from = from < 0 ? i : from;
            } else if (isApostrophe(c)) {
                bare = false;
            } else if (from >= 0) {
                words.add(word(folded.substring(from, i), bare));
                from = -1;
                bare = true;
            }
        }
        if (from >= 0) {
            words.add(word(folded.substring(from), bare));
        }
        return words;
    }

    private static boolean isOfAWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private static String word(String written, boolean bare) {
        if (bare) {
            return written;
        }
        StringBuilder word = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            if (isOfAWord(written.charAt(i))) {
                word.append(written.charAt(i));
            }
        }
        return word.toString();
    }

    private static boolean isLatin(int c) {
        return c < 0x250 || !Character.isLetter(c) || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
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
