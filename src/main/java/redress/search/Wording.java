package redress.search;

import java.util.List;

/**
 * In how many complaints of a set words and phrases stand, and in how many of another set. Only complaints that the
 * asker may see are counted, in both.
 *
 * @param inScope how many complaints of the set tell something in words
 * @param outside how many of the other set do
 * @param words single words
 * @param phrases runs of two and three words that neither begin nor end with a word that says little, of which one is
 *     not said by nearly everybody, and that are at least twice as frequent in the set as in the other
 */
public record Wording(int inScope, int outside, Family words, Family phrases) {

    /** The least number of complaints for a word or phrase to be told of. */
    public static final int LEAST = 3;

    /**
     * Words, or phrases.
     *
     * @param counts those that stand in at least {@value #LEAST} complaints of the set
     * @param others how many more there are that stand in {@value #LEAST} complaints of both sets together; for phrases
     *     there are at most so many
     */
    public record Family(List<Count> counts, long others) {}

    /**
     * A word or phrase.
     *
     * @param text the folded words with a space between them, as the search takes them
     * @param here in how many complaints of the set
     * @param elsewhere in how many of the other set
     */
    public record Count(String text, int here, int elsewhere) {}
}
