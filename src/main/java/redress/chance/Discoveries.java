package redress.chance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Which of many comparisons stand out when one looks at all of them: of those that are found, at most the share
 * {@code rate} is expected to be chance (Benjamini and Hochberg, "Controlling the false discovery rate", 1995). Each
 * comparison also has a q-value, the smallest rate at which it would be found.
 */
public final class Discoveries {

    private final double rate;
    private final List<Double> q;

    private Discoveries(double rate, List<Double> q) {
        this.rate = rate;
        this.q = List.copyOf(q);
    }

    /**
     * Benjamini and Hochberg's procedure.
     *
     * @param rate the tolerated share of chance among what is found, such as 0.1
     * @param p the probability of each comparison by chance
     */
    public static Discoveries at(double rate, List<Double> p) {
        return adjusted(rate, p, threshold -> p.size() * threshold);
    }

    /** The same beside so many others that have the probability one and are not told of. */
    static Discoveries among(long others, double rate, List<Double> p) {
        return adjusted(rate, p, threshold -> (p.size() + others) * threshold);
    }

    /**
     * The same where only the small probabilities are written down.
     *
     * @param rate the tolerated share of chance among what is found
     * @param p the probabilities that are smaller than those of all other comparisons
     * @param byChance how many of all comparisons chance alone is expected to bring to a probability or below it
     */
    static Discoveries among(double rate, List<Double> p, DoubleUnaryOperator byChance) {
        return adjusted(rate, p, byChance);
    }

    /**
     * The same for counts (Heyse, "A false discovery rate procedure for categorical data", 2011; the step-up procedure
     * of Döhler, Durand and Roquain, 2018). A small unit can reach only few, coarse probabilities, most of them far
     * below the threshold that it is held to; counting what each could reach at most gives the others the room that it
     * leaves unused.
     *
     * @param rate the tolerated share of chance among what is found
     * @param p the exact probability of each comparison by chance
     * @param laws how each count comes about by chance
     */
    static Discoveries ofCounts(double rate, List<Double> p, List<Law> laws) {
        return adjusted(rate, p, Steps.of(laws, p)::expected);
    }

    /** Holds the number found at each threshold against how many chance alone is expected to put there. */
    private static Discoveries adjusted(double rate, List<Double> p, DoubleUnaryOperator byChance) {
        if (!(rate > 0 && rate < 1) || p.stream().anyMatch(each -> !(each >= 0 && each <= 1))) {
            throw new IllegalArgumentException("a rate or a probability outside of 0 to 1");
        }
        List<Integer> order = new ArrayList<>();
        List<Double> q = new ArrayList<>(p);
        for (int i = 0; i < p.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(p::get));
        double least = 1;
        for (int rank = p.size(); rank >= 1; rank--) {
            int index = order.get(rank - 1);
            least = Math.min(least, byChance.applyAsDouble(p.get(index)) / rank);
            q.set(index, least);
        }
        return new Discoveries(rate, q);
    }

    /** How many comparisons there were. */
    public int size() {
        return q.size();
    }

    /** The q-value of a comparison, by its place in the list that was given. */
    public double q(int index) {
        return q.get(index);
    }

    /** Whether a comparison stands out, by its place in the list that was given. */
    public boolean found(int index) {
        return q.get(index) <= rate;
    }

    /** How many stand out. */
    public int found() {
        return (int) q.stream().filter(each -> each <= rate).count();
    }
}
