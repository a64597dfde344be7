package redress.pattern;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import redress.chance.Cusum;
import redress.chance.Peer;
import redress.chance.Verdict;

/**
 * Looks when the complaints of a scope began to be more than they were: its own level in the first third of what was to
 * be expected of the window is what the months after it are held against. The level is a gamma posterior, with the
 * peers' level and differences as its prior where the outlier check has a verdict (Clayton and Kaldor 1987), and its
 * uncertainty is a part of what chance explains. The complaints are those that the outlier check compares. A complaint
 * of which only the year is known is in no month. Months of which nothing is known yet, or in which nobody is known to
 * have been posted there, are not looked at: a complaint in a month of which nothing was to be expected would be an
 * alarm by itself.
 */
final class ChangeCheck {

    /** In fewer months neither a level nor a change would show. */
    static final int LEAST_MONTHS = 12;

    /** The first part of what was to be expected tells the level. */
    private static final double FIRST = 1.0 / 3;

    /**
     * The peers' level is worth no more than two complaints of one's own: whoever is looked at often stands out, and a
     * level that is drawn too far towards theirs would make that look like a change.
     */
    private static final double LEAST_DISPERSION = 0.5;

    /** Without peers half a complaint is added, so that none at all is not taken for a rate of zero. */
    private static final double HALF = 0.5;

    private final Scoped scoped;
    private final Outliers.@Nullable Ratio own;
    private final Map<String, String> categories;

    /**
     * The check of a scope.
     *
     * @param scoped its complaints
     * @param own how it compares with its peers, or null where there is no verdict
     * @param categories the labels of the categories
     */
    ChangeCheck(Scoped scoped, Outliers.@Nullable Ratio own, Map<String, String> categories) {
        this.scoped = scoped;
        this.own = own;
        this.categories = categories;
    }

    /**
     * The check itself.
     *
     * @param repeats which complaints tell what another one tells
     */
    Change look(Repeats repeats) {
        Predicate<String> kinds = kinds();
        double[] spread = new Spread(scoped).over(kinds);
        Monthly all = monthly(kinds, spread, any -> true);
        Change.Apart apart = new Change.Apart(scoped.undated(), all.unposted());
        int active = (int) Arrays.stream(spread).filter(each -> each > 0).count();
        if (active < LEAST_MONTHS) {
            return Change.lacking(from(), new Lack("MONTHS", active, LEAST_MONTHS), null, apart);
        }
        double each = own == null
                ? 1
                : own.expected() * dated() / Arrays.stream(spread).sum();
        double[] expected = Arrays.stream(spread).map(month -> month * each).toArray();
        int first = firsts(expected);
        Held held = held(all.counts(), expected, first);
        Verdict<Cusum> verdict = held.watched();
        if (!(verdict instanceof Verdict.Given<Cusum>(Cusum found))) {
            return Change.lacking(from(), Lack.of(verdict), held.level(), apart);
        }
        return new Change(
                "complaints",
                from(),
                null,
                held.level(),
                months(held, found, first),
                apart.undated(),
                apart.unposted(),
                found.alarms().isEmpty() ? null : once(all, monthly(kinds, spread, repeats::first), expected),
                found.threshold(),
                found.monthsBetweenFalseAlarms(),
                new KindCheck(scoped, kinds, spread, first).look(categories, repeats));
    }

    private Change.@Nullable Once once(Monthly all, Monthly once, double[] expected) {
        long others = all.total() - once.total();
        return others == 0
                ? null
                : new Change.Once(
                        others,
                        held(once.counts(), expected, firsts(expected))
                                .watched()
                                .given()
                                .map(found -> !found.alarms().isEmpty())
                                .orElse(null));
    }

    /** The share of the complaints elsewhere of which the month is known: only such are counted in a month here. */
    private double dated() {
        long inMonths = Arrays.stream(scoped.monthlyElsewhere()).sum();
        return inMonths == 0 ? 1 : (double) inMonths / (inMonths + scoped.undatedElsewhere());
    }

    private String from() {
        return own == null ? "earlier" : "earlierAndPeers";
    }

    /** The kinds of unit that the outlier check compares; all where it compares nothing. */
    private Predicate<String> kinds() {
        if (own == null) {
            return kind -> true;
        }
        Peer compared = new OutlierCheck(scoped).point().compared();
        return scoped.peers().rates().posted() ? compared::activeIn : kind -> true;
    }

    /** How many months hold the first part of what was to be expected; at least one is left after them. */
    private static int firsts(double[] expected) {
        double all = Arrays.stream(expected).sum();
        double sum = 0;
        int month = 0;
        while (month < expected.length - 1 && sum < FIRST * all) {
            sum += expected[month++];
        }
        return month;
    }

    /**
     * The later months beside what was to be expected of them at the level of the first ones.
     *
     * @param level the first months
     * @param later the counts of the later ones
     * @param usual what was to be expected of these
     * @param shape how sure the level is, as the shape of its posterior
     */
    private record Held(Change.Level level, List<Integer> later, List<Double> usual, double shape) {

        Verdict<Cusum> watched() {
            return Cusum.watch(later, usual, new Cusum.Design(2, 1 / shape, Cusum.TEN_YEARS));
        }
    }

    private Held held(int[] counts, double[] expected, int first) {
        long before = Arrays.stream(counts, 0, first).sum();
        double prior = own == null
                ? HALF
                : 1 / Math.max(LEAST_DISPERSION, scoped.peers().rates().funnel().dispersion());
        double shape = prior + before;
        double level = shape
                / ((own == null ? 0 : prior) + Arrays.stream(expected, 0, first).sum());
        return new Held(
                new Change.Level(month(0), month(first - 1), before),
                Arrays.stream(counts, first, counts.length).boxed().toList(),
                Arrays.stream(expected, first, counts.length)
                        .mapToObj(month -> month * level)
                        .toList(),
                shape);
    }

    private List<Change.Month> months(Held held, Cusum found, int first) {
        Set<Integer> alarms = new HashSet<>();
        found.alarms().forEach(alarm -> alarms.add(alarm.month()));
        return IntStream.range(0, held.later().size())
                .mapToObj(i -> new Change.Month(
                        month(first + i),
                        held.later().get(i),
                        held.usual().get(i),
                        found.path().get(i),
                        alarms.contains(i)))
                .toList();
    }

    private String month(int place) {
        return scoped.facts().window().from().plusMonths(place).toString();
    }

    /**
     * Complaints by month.
     *
     * @param counts of the months of which anything was to be expected; zero in others
     * @param unposted how many there were in these
     */
    private record Monthly(int[] counts, long unposted) {

        long total() {
            return Arrays.stream(counts).sum();
        }
    }

    private Monthly monthly(Predicate<String> kinds, double[] spread, Predicate<Filed> counted) {
        Window window = scoped.facts().window();
        Rates rates = scoped.peers().rates();
        int[] counts = new int[spread.length];
        long unposted = 0;
        for (Accused accused : scoped.complaints().values()) {
            Filed complaint = accused.complaint();
            if (complaint.inMonth()
                    && counted.test(complaint)
                    && kinds.test(scoped.facts().units().kind(accused.unit()))) {
                int month = window.place(complaint.day());
                if (month < spread.length
                        && spread[month] > 0
                        && rates.held(scoped.group().own(), accused)) {
                    counts[month]++;
                } else {
                    unposted++;
                }
            }
        }
        return new Monthly(counts, unposted);
    }
}
