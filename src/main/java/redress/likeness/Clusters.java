package redress.likeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Unknown officers: accounts in which nobody is named but which resemble one another in place, hour, vehicle, uniform,
 * description and words are proposed as "same person or patrol?". A proposal is a question; a person answers it. The
 * same accounts give the same proposals, in whatever order they come.
 */
public final class Clusters {

    /**
     * Below this average of log10 a group among up to {@value #FEW} accounts is not proposed. Among more there is more
     * to coincide, so the bar rises by {@value #MORE_FOR_TENFOLD} with each tenfold.
     */
    public static final double LEAST_AVERAGE = 3.0;

    private static final int FEW = 10_000;
    private static final double MORE_FOR_TENFOLD = 0.5;

    /** Two that resemble one another are a possible link and no pattern. */
    public static final int FEWEST_MEMBERS = 3;

    /** A pair counts for at most this much, so that one striking pair does not carry those who resemble nobody. */
    private static final double MOST_OF_A_PAIR = 6;

    /** Two members and what speaks for them being about the same person. */
    public record Edge(long one, long other, Score score) {}

    /**
     * Accounts that may be about the same person or patrol.
     *
     * @param members ids, ascending, at least three
     * @param average of log10 over all pairs of members, each counted with 6 at most either way
     * @param edges for each member the member that it resembles most, with the reasons; each pair once
     */
    public record Proposal(List<Long> members, double average, List<Edge> edges) {}

    private final LinkScore score;
    private final List<Sheet> sheets;

    private Clusters(LinkScore score, List<Sheet> sheets) {
        this.score = score;
        this.sheets = sheets;
    }

    /** The proposals among the accounts that name nobody, those of most members first. */
    public static List<Proposal> propose(Collection<Account> accounts, LinkScore score) {
        List<Sheet> sheets = accounts.stream()
                .filter(account -> account.who().names().isEmpty())
                .sorted(Comparator.comparingLong(Account::id))
                .map(score.comparison()::sheet)
                .toList();
        return new Clusters(score, sheets).proposals();
    }

    private List<Proposal> proposals() {
        Blocks blocks = new Blocks(sheets, score.comparison().words());
        double least = leastAverage(sheets.size());
        Linkage linkage = new Linkage(this::bounded, least);
        for (int i = 0; i < sheets.size(); i++) {
            int one = i;
            blocks.each(i, other -> {
                double log10 = bounded(one, other);
                if (log10 >= least) {
                    linkage.edge(one, other, log10);
                }
            });
        }
        return linkage.run(sheets.size()).stream()
                .filter(group -> group.size() >= FEWEST_MEMBERS)
                .map(this::proposal)
                .sorted(Comparator.comparingInt((Proposal p) -> -p.members().size())
                        .thenComparing(p -> p.members().getFirst()))
                .toList();
    }

    private static double leastAverage(int accounts) {
        return LEAST_AVERAGE + MORE_FOR_TENFOLD * Math.max(0, Math.log10((double) accounts / FEW));
    }

    private double bounded(int one, int other) {
        return Math.clamp(score.log10(sheets.get(one), sheets.get(other)), -MOST_OF_A_PAIR, MOST_OF_A_PAIR);
    }

    private Proposal proposal(List<Integer> group) {
        double sum = 0;
        Map<Set<Integer>, Edge> edges = new LinkedHashMap<>();
        for (int one : group) {
            int nearest = -1;
            for (int other : group) {
                if (other != one) {
                    sum += bounded(one, other);
                    nearest = nearest < 0 || bounded(one, other) > bounded(one, nearest) ? other : nearest;
                }
            }
            edges.putIfAbsent(Set.of(one, nearest), edge(Math.min(one, nearest), Math.max(one, nearest)));
        }
        int pairs = group.size() * (group.size() - 1);
        return new Proposal(group.stream().map(this::id).toList(), sum / pairs, new ArrayList<>(edges.values()));
    }

    private Edge edge(int one, int other) {
        return new Edge(id(one), id(other), score.explained(sheets.get(one), sheets.get(other)));
    }

    private long id(int number) {
        return sheets.get(number).account().id();
    }
}
