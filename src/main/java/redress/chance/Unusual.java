package redress.chance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which words or phrases are unusual in a scope beside its peers: ranked by {@link SignedG2}, kept only where the exact
 * probability (Fisher 1935: how often a shuffling of all documents would put so many here) withstands the looking at
 * all of them ({@link Discoveries}). The chi-square tail of G2 is several times too small for the rare words that most
 * words are; hence the exact one. Near-duplicates must have been taken together before.
 */
public final class Unusual {

    /** The least number of documents here, and of complainants who wrote them, for a word to be shown. */
    public static final int LEAST = 3;

    private Unusual() {}

    /**
     * A word or phrase and where it stands.
     *
     * @param text the word or phrase
     * @param here in how many documents of the scope
     * @param complainants how many different complainants these come from
     * @param elsewhere in how many documents of the peers, those of the scope left out
     */
    public record Term(String text, long here, long complainants, long elsewhere) {}

    /**
     * An unusual word or phrase: "{@code here} of {@code inScope} here, {@code elsewhere} of {@code outside}
     * elsewhere".
     *
     * @param term the word or phrase
     * @param strength the four numbers and the statistic by which it is ranked
     * @param p the exact probability of so many here by chance
     * @param q the smallest rate of false discoveries at which it counts as unusual
     */
    public record Hit(Term term, SignedG2 strength, double p, double q) {}

    /**
     * The unusual ones, the strongest first.
     *
     * @param terms <em>all</em> words and phrases that were looked at, the usual ones too: how many there are decides
     *     how much chance alone would bring up
     * @param inScope how many documents the scope has
     * @param outside how many documents the peers have, those of the scope left out
     * @param rate the tolerated share of chance among what is found, such as 0.1
     */
    public static List<Hit> in(List<Term> terms, long inScope, long outside, double rate) {
        return in(terms, 0, inScope, outside, rate);
    }

    /**
     * The same where not every word that was looked at is told of.
     *
     * @param terms the words and phrases; all that stand in enough documents of the scope
     * @param others at most how many others stand in {@value #LEAST} documents of scope and peers together. They count
     *     as if chance alone had put all of them where they are, which never finds too much
     * @param inScope how many documents the scope has
     * @param outside how many documents the peers have, those of the scope left out
     * @param rate the tolerated share of chance among what is found
     */
    public static List<Hit> in(List<Term> terms, long others, long inScope, long outside, double rate) {
        // Only words that could reach the least number are looked at; that depends on their total and on nothing that
        // chance deals out, and so does not bend the probabilities.
        List<Term> possible = terms.stream()
                .filter(term -> term.here() + term.elsewhere() >= LEAST)
                .toList();
        List<Double> p = possible.stream()
                .map(term -> Tail.hypergeometricAtLeast(
                        term.here(), inScope, term.here() + term.elsewhere(), inScope + outside))
                .toList();
        Discoveries discoveries = Discoveries.among(others, rate, p);
        List<Hit> found = new ArrayList<>();
        for (int i = 0; i < possible.size(); i++) {
            Term term = possible.get(i);
            SignedG2 strength = SignedG2.of(term.here(), inScope, term.elsewhere(), outside);
            boolean enough = term.here() >= LEAST && term.complainants() >= LEAST;
            if (enough && strength.statistic() > 0 && discoveries.found(i)) {
                found.add(new Hit(term, strength, p.get(i), discoveries.q(i)));
            }
        }
        found.sort(Comparator.comparingDouble((Hit each) -> each.strength().statistic())
                .reversed()
                .thenComparing(each -> each.term().text()));
        return List.copyOf(found);
    }
}
