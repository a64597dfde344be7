package redress.search;

/**
 * Quotation marks that mean the plain one. Phones and word processors put the marks of a language in its place, so that
 * whoever types a phrase may never have typed the plain one.
 */
final class Quotes {

    static final char PLAIN = '"';

    /**
     * Of English, German, French and Serbian, and the wide one of East Asia; opening and closing are not told apart.
     */
    private static final String OTHERS = "\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02";

    private Quotes() {}

    private enum Phrase {
        NONE,
        PLAIN_ONE,
        OTHER_ONE
    }

    /**
     * The text with plain marks, letter by letter as long as it was. Between two plain ones the others are marks of the
     * text, which end nothing.
     */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text);
        Phrase phrase = Phrase.NONE;
        for (int i = 0; i < plain.length(); i++) {
            char sign = text.charAt(i);
            if (sign == PLAIN) {
                boolean opens = phrase == Phrase.NONE && text.indexOf(PLAIN, i + 1) >= 0;
                phrase = opens ? Phrase.PLAIN_ONE : Phrase.NONE;
            } else if (phrase != Phrase.PLAIN_ONE && OTHERS.indexOf(sign) >= 0) {
                plain.setCharAt(i, PLAIN);
                phrase = phrase == Phrase.NONE ? Phrase.OTHER_ONE : Phrase.NONE;
            }
        }
        return plain.toString();
    }
}
