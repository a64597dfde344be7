package redress.names;

/**
 * Why two names or numbers may be the same, for whoever has to decide.
 *
 * @param kind what was seen
 * @param one the word or number of the one side as it was written
 * @param other that of the other side
 */
public record Reason(Kind kind, String one, String other) {

    /** What can be seen of two words, two whole names or two numbers. */
    public enum Kind {
        SAME_SPELLING("spelt alike"),
        SAME_LETTERS("same after transliteration"),
        LISTED("listed as the same name"),
        ONE_LETTER("one letter differs"),
        SOUNDS_ALIKE("sounds alike"),
        INITIAL("an initial that fits"),
        OTHER_ORDER("the parts stand in another order"),
        PART_MISSING("a part of the name is missing on one side"),
        PART_DIFFERS("a part of the name differs"),
        SAME_NUMBER("the same number"),
        UNKNOWN_SIGNS("fits where it could be read"),
        BEGINS("begins alike"),
        ENDS("ends alike"),
        INSIDE("stands inside the number"),
        OTHER_GROUPS("the same groups in another order"),
        LOOKS_ALIKE("signs that are easily misread for one another"),
        ONE_SIGN("one sign differs");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The reason in a few English words. */
        public String words() {
            return words;
        }
    }

    /** The reason with what it is about: {@code Diallo, Jallow: listed as the same name}. */
    public String sentence() {
        return one + ", " + other + ": " + kind.words();
    }
}
