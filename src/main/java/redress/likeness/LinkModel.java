package redress.likeness;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * How much each level of each factor speaks for a link: log10 of how much more often it occurs among linked complaints
 * than among any two (Fellegi and Sunter 1969; as Bayes factors for crime linkage, Porter 2014, arXiv 1410.2285).
 * Starts from defaults and learns from pairs; what was seen is blended with the defaults as if these had been seen in
 * {@value #DEFAULTS_COUNT_AS} pairs, so that little data moves little.
 */
public final class LinkModel {

    /** Two accounts, linked or not. */
    public record Pair(Account one, Account other) {}

    private static final int DEFAULTS_COUNT_AS = 30;

    /** No single factor may decide by more than a thousand to one: independence of the factors is only assumed. */
    private static final double MOST = 3;

    private final Map<Factor, double[]> linked;
    private final Map<Factor, double[]> any;
    private final Map<Factor, double[]> weights = new EnumMap<>(Factor.class);

    private LinkModel(Map<Factor, double[]> linked, Map<Factor, double[]> any) {
        this.linked = linked;
        this.any = any;
        linked.forEach((factor, shares) ->
                weights.put(factor, weights(shares, any.getOrDefault(factor, factor.any()))));
    }

    /**
     * The weights of the levels, never falling as agreement rises: where few pairs say otherwise, neighbouring levels
     * are taken together (pool adjacent violators; Ayer et al. 1955).
     */
    private static double[] weights(double[] linked, double[] any) {
        Deque<double[]> pools = new ArrayDeque<>();
        for (int level = 0; level < linked.length; level++) {
            double[] pool = {linked[level], any[level], 1};
            while (!pools.isEmpty() && ratio(pools.getLast()) >= ratio(pool)) {
                double[] below = pools.removeLast();
                pool = new double[] {below[0] + pool[0], below[1] + pool[1], below[2] + pool[2]};
            }
            pools.add(pool);
        }
        return pools.stream()
                .flatMapToDouble(pool -> DoubleStream.generate(() -> Math.clamp(ratio(pool), -MOST, MOST))
                        .limit((long) pool[2]))
                .toArray();
    }

    private static double ratio(double[] pool) {
        return Math.log10(pool[0] / pool[1]);
    }

    /** What holds before there is data. */
    public static LinkModel defaults() {
        Map<Factor, double[]> linked = new EnumMap<>(Factor.class);
        Map<Factor, double[]> any = new EnumMap<>(Factor.class);
        for (Factor factor : Factor.values()) {
            linked.put(factor, factor.linked());
            any.put(factor, factor.any());
        }
        return new LinkModel(linked, any);
    }

    /** This model after it has seen pairs that people linked. */
    public LinkModel fittedToLinked(Comparison comparison, Collection<Pair> pairs) {
        return new LinkModel(shares(comparison, pairs, linked), any);
    }

    /** This model after it has seen pairs that are not linked, or pairs at random, of which nearly none are. */
    public LinkModel fittedToAny(Comparison comparison, Collection<Pair> pairs) {
        return new LinkModel(linked, shares(comparison, pairs, any));
    }

    /**
     * This model after it has drawn pairs at random: what agrees by chance here needs no labels.
     *
     * @param draws how many pairs; some tens of thousands tell how often rare agreement occurs
     * @param seed the same seed draws the same pairs
     */
    public LinkModel fittedToChance(Comparison comparison, List<Account> accounts, int draws, long seed) {
        if (accounts.size() < 2) {
            return this;
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<Sheet> sheets = accounts.stream().map(comparison::sheet).toList();
        Counts counts = new Counts();
        for (int i = 0; i < draws; i++) {
            int one = random.nextInt(sheets.size());
            int step = 1 + random.nextInt(sheets.size() - 1);
            counts.add(comparison.look(sheets.get(one), sheets.get((one + step) % sheets.size())));
        }
        return new LinkModel(linked, counts.shares(any));
    }

    private static Map<Factor, double[]> shares(
            Comparison comparison, Collection<Pair> pairs, Map<Factor, double[]> before) {
        Counts counts = new Counts();
        for (Pair pair : pairs) {
            counts.add(comparison.look(comparison.sheet(pair.one()), comparison.sheet(pair.other())));
        }
        return counts.shares(before);
    }

    /** How many pairs stand at each level of each factor. */
    private static final class Counts {

        private final int[][] counts = new int[Factor.values().length][];

        Counts() {
            for (Factor factor : Factor.values()) {
                counts[factor.ordinal()] = new int[factor.levels()];
            }
        }

        void add(List<Seen> looked) {
            for (Seen seen : looked) {
                counts[seen.factor().ordinal()][seen.level()]++;
            }
        }

        Map<Factor, double[]> shares(Map<Factor, double[]> before) {
            Map<Factor, double[]> shares = new EnumMap<>(Factor.class);
            for (Factor factor : Factor.values()) {
                shares.put(factor, blended(counts[factor.ordinal()], before.getOrDefault(factor, factor.any())));
            }
            return shares;
        }
    }

    private static double[] blended(int[] seen, double[] before) {
        double all = DEFAULTS_COUNT_AS;
        for (int count : seen) {
            all += count;
        }
        double[] shares = new double[seen.length];
        for (int level = 0; level < seen.length; level++) {
            shares[level] = (seen[level] + DEFAULTS_COUNT_AS * before[level]) / all;
        }
        return shares;
    }

    /** log10 of the Bayes factor of a level: above 0 speaks for a link, below 0 against it, at most 3 either way. */
    public double weight(Factor factor, int level) {
        return weights.getOrDefault(factor, new double[factor.levels()])[level];
    }
}
