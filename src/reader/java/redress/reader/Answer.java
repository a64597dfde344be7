package redress.reader;

/**
 * What the program answers for one document.
 *
 * @param verdict what came of it
 * @param text its words, empty where there are none
 */
record Answer(Verdict verdict, String text) {

    /** A document without words. */
    static Answer none(Verdict verdict) {
        return new Answer(verdict, "");
    }
}
