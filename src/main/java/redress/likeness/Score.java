package redress.likeness;

import java.util.List;

/**
 * What speaks for and against a link of two accounts.
 *
 * @param log10 the sum of the contributions: each whole number is ten times more for a link than before. An order for
 *     reading, no probability: the factors are not independent and how many links there are is not known
 * @param contributions what each factor adds, the most telling first
 */
public record Score(double log10, List<Contribution> contributions) {

    /**
     * What one factor adds.
     *
     * @param level what was seen, in English words
     * @param evidence what it was seen by: words, numbers, names, distances
     * @param log10 above 0 for a link, below 0 against it
     */
    public record Contribution(Factor factor, String level, List<String> evidence, double log10) {}

    /** Copies what could be changed. */
    public Score {
        contributions = List.copyOf(contributions);
    }
}
