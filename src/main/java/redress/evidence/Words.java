package redress.evidence;

/**
 * What reading a document gave.
 *
 * @param state how it went
 * @param text the words, empty where there are none
 */
record Words(TextState state, String text) {

    static Words none(TextState state) {
        return new Words(state, "");
    }

    /** Never the words themselves: what ends in a log by accident must not tell a story. */
    @Override
    public String toString() {
        return "Words[" + state + ", " + text.length() + " characters]";
    }
}
