package redress.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases that stand in more complaints of the scope than chance would put there.
 *
 * @param inScope how many complaints of the scope tell something in words, copies of one text taken as one
 * @param outside how many complaints of the peers do
 * @param found the unusual ones, the strongest first, a hundred at most
 * @param left how many further ones there are, none of them stronger than these
 * @param phrases whether phrases were looked at; of a very large scope only words are
 * @param lack why there is no verdict, or null
 */
public record UnusualWords(
        int inScope,
        int outside,
        List<Expression> found,
        int left,
        boolean phrases,
        @Nullable Lack lack) {

    /**
     * A word or phrase.
     *
     * @param text its folded words
     * @param here in how many complaints of the scope
     * @param elsewhere in how many complaints of the peers
     * @param strength the signed log-likelihood ratio by which it is ranked
     * @param q the smallest share of chance among what is found at which it would be found
     */
    public record Expression(String text, long here, long elsewhere, double strength, double q) {}

    /** The counts without any comparison. */
    UnusualWords countsOnly(Lack why) {
        return new UnusualWords(inScope, outside, List.of(), 0, false, why);
    }

    static UnusualWords none(Lack lack) {
        return new UnusualWords(0, 0, List.of(), 0, false, lack);
    }
}
