package redress.reader;

/**
 * What the program answers for one document.
 *
 * @param verdict what came of it
 * @param text its words, empty where there are none
 */
record Answer(Verdict verdict, String text) {

    /** All of these words, or the first of them where they are too many. */
    static Answer of(Verdict verdict, String text) {
        return text.length() <= Extraction.MOST
                ? new Answer(verdict, text)
                : new Answer(Verdict.CUT, text.substring(0, Extraction.MOST));
    }

    /** A document without words. */
    static Answer none(Verdict verdict) {
        return new Answer(verdict, "");
    }
}
