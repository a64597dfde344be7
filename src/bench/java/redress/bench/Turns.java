package redress.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Two ways of doing the same, in turns: blocks in which now the one and now the other comes first, by chance, so that
 * what drifts on the machine meets both. Judged is the median of the blocks' ratios.
 */
public final class Turns {

    private final double[] ours;
    private final double[] theirs;

    private Turns(double[] ours, double[] theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    /** What one turn costs, in a unit of the caller's. */
    public interface Cost {
        /** Does the work of one block and tells its cost. */
        double once() throws Exception;
    }

    /** Measures so many blocks after as many as the caller wants for warming up. */
    public static Turns of(int warming, int blocks, Cost ours, Cost theirs) throws Exception {
        Random random = new Random(7);
        double[] first = new double[blocks];
        double[] second = new double[blocks];
        for (int block = -warming; block < blocks; block++) {
            boolean oursFirst = random.nextBoolean();
            double early = oursFirst ? ours.once() : theirs.once();
            double late = oursFirst ? theirs.once() : ours.once();
            if (block >= 0) {
                first[block] = oursFirst ? early : late;
                second[block] = oursFirst ? late : early;
            }
        }
        return new Turns(first, second);
    }

    /** The median cost of ours. */
    public double ours() {
        return quantile(ours, 0.5);
    }

    /** The median cost of theirs. */
    public double theirs() {
        return quantile(theirs, 0.5);
    }

    /** The ratio of ours to theirs, block by block: median and quartiles. */
    public String cheaper(double bound) {
        double[] ratios = ratios(ours, theirs);
        double median = quantile(ratios, 0.5);
        return judged(ratios, "at most", bound, median <= bound);
    }

    /** How many times faster ours is, block by block: median and quartiles. */
    public String faster(double bound) {
        double[] ratios = ratios(theirs, ours);
        double median = quantile(ratios, 0.5);
        return judged(ratios, "at least", bound, median >= bound);
    }

    /** The ratio of ours to theirs where nothing is asked for. */
    public String cheaper() {
        double[] ratios = ratios(ours, theirs);
        return String.format(
                Locale.ROOT,
                "ratio %.3f (quartiles %.3f to %.3f)",
                quantile(ratios, 0.5),
                quantile(ratios, 0.25),
                quantile(ratios, 0.75));
    }

    private static String judged(double[] ratios, String side, double bound, boolean held) {
        return String.format(
                Locale.ROOT,
                "ratio %.3f (quartiles %.3f to %.3f), asked for %s %.2f: %s",
                quantile(ratios, 0.5),
                quantile(ratios, 0.25),
                quantile(ratios, 0.75),
                side,
                bound,
                Bounds.judged(held));
    }

    private static double[] ratios(double[] upper, double[] lower) {
        double[] ratios = new double[upper.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = upper[i] / lower[i];
        }
        return ratios;
    }

    /** A quantile of what was measured, the nearest one below. */
    public static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
