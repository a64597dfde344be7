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

    /** The text with plain marks, letter by letter as long as it was. */
    static String plain(String text) {
        String plain = text;
        for (int i = 0; i < OTHERS.length(); i++) {
            plain = plain.replace(OTHERS.charAt(i), PLAIN);
        }
        return plain;
    }
}
