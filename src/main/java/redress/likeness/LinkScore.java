package redress.likeness;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Possibly linked complaints: the factors of {@link Comparison}, weighed by a {@link LinkModel}, each contribution to
 * be printed beside the result. Safe for use by several threads.
 */
public final class LinkScore {

    private static final int MOST_EVIDENCE = 5;

    /** Another account and what speaks for and against a link to it. */
    public record Ranked(Account account, Score score) {}

    private record Rough(Sheet sheet, double log10) {}

    private final LinkModel model;
    private final Comparison comparison;

    /** Weighs what is compared so by this model. */
    public LinkScore(LinkModel model, Comparison comparison) {
        this.model = model;
        this.comparison = comparison;
    }

    /** What {@link #compare} would say in all, without its reasons. */
    public double log10(Account one, Account other) {
        return log10(comparison.sheet(one), comparison.sheet(other));
    }

    /** What speaks for and against a link of two accounts. */
    public Score compare(Account one, Account other) {
        return explained(comparison.sheet(one), comparison.sheet(other));
    }

    /**
     * The accounts that are most likely linked to one, the best first; of equal ones the earlier.
     *
     * @param most how many at most
     */
    public List<Ranked> rank(Account asked, Collection<Account> others, int most) {
        Sheet sheet = comparison.sheet(asked);
        Comparator<Rough> order = Comparator.comparingDouble(Rough::log10)
                .thenComparing(rough -> -rough.sheet().account().id());
        PriorityQueue<Rough> best = new PriorityQueue<>(order);
        for (Account other : others) {
            if (other.id() != asked.id()) {
                Sheet second = comparison.sheet(other);
                best.add(new Rough(second, log10(sheet, second)));
                if (best.size() > most) {
                    best.remove();
                }
            }
        }
        return best.stream()
                .sorted(order.reversed())
                .map(rough -> new Ranked(rough.sheet().account(), explained(sheet, rough.sheet())))
                .toList();
    }

    Comparison comparison() {
        return comparison;
    }

    double log10(Sheet one, Sheet other) {
        return log10(comparison.look(one, other));
    }

    private double log10(List<Seen> looked) {
        double sum = 0;
        for (Seen seen : looked) {
            sum += model.weight(seen.factor(), seen.level());
        }
        return sum;
    }

    Score explained(Sheet one, Sheet other) {
        List<Seen> looked = comparison.look(one, other);
        List<Score.Contribution> contributions = looked.stream()
                .map(this::contribution)
                .sorted(Comparator.comparingDouble((Score.Contribution c) -> -Math.abs(c.log10()))
                        .thenComparing(Score.Contribution::factor))
                .toList();
        return new Score(log10(looked), contributions);
    }

    private Score.Contribution contribution(Seen seen) {
        List<String> evidence =
                seen.evidence().get().stream().limit(MOST_EVIDENCE).toList();
        return new Score.Contribution(
                seen.factor(), seen.factor().level(seen.level()), evidence, model.weight(seen.factor(), seen.level()));
    }
}
