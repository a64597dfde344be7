package redress.web;

import java.util.Locale;

/**
 * A language in which pages are offered.
 *
 * @param tag the BCP 47 tag: what stands in the path, in file names and in {@code lang}
 * @param name its own name, in its own script
 * @param rtl whether it runs from right to left
 */
public record Language(String tag, String name, boolean rtl) {

    /** The language in which every text exists. It has no prefix in the path. */
    public static final Language ENGLISH = new Language("en", "English", false);

    /** A language by its tag, with the name that it gives itself. */
    static Language of(String tag) {
        return switch (tag) {
            case "en" -> ENGLISH;
            case "bs" -> new Language(tag, "Bosanski", false);
            case "sr-Latn" -> new Language(tag, "Srpski", false);
            case "sr-Cyrl" -> new Language(tag, "Српски", false);
            case "kri" -> new Language(tag, "Krio", false);
            default -> {
                Locale locale = Locale.forLanguageTag(tag);
                boolean rtl = Character.getDirectionality(
                                locale.getDisplayLanguage(locale).codePointAt(0))
                        != Character.DIRECTIONALITY_LEFT_TO_RIGHT;
                yield new Language(tag, locale.getDisplayLanguage(locale), rtl);
            }
        };
    }

    /** The locale for dates and numbers. Languages that the platform does not know borrow English as written there. */
    public Locale locale() {
        return switch (tag) {
            case "kri", "men", "tem" -> Locale.forLanguageTag("en-SL");
            default -> Locale.forLanguageTag(tag);
        };
    }

    /** What stands before every path in this language: nothing, or a slash and the tag. */
    String prefix() {
        return equals(ENGLISH) ? "" : "/" + tag;
    }

    /** {@code ltr} or {@code rtl}. */
    public String dir() {
        return rtl ? "rtl" : "ltr";
    }
}
