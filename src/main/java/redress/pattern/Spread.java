package redress.pattern;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * How what is expected of a scope is spread over the months of the window: by the time that people served for it, and
 * as the complaints elsewhere were, as far as their months differ by more than chance. So a season, a new form or more
 * people are not taken for a change here.
 */
final class Spread {

    private final Scoped scoped;
    private final int months;

    Spread(Scoped scoped) {
        this.scoped = scoped;
        months = scoped.peers().months();
    }

    /** The share of each month of which anything is known, up to one factor for all; zero where nobody served here. */
    double[] over(Predicate<String> kinds) {
        double[] own = new double[months];
        double[] elsewhere = new double[months];
        if (scoped.peers().rates().posted()) {
            served(kinds, own, elsewhere);
        }
        double[] here = relative(own);
        double[] usual = usual(Arrays.copyOf(scoped.monthlyElsewhere(), months), relative(elsewhere));
        double[] spread = new double[months];
        Arrays.setAll(spread, month -> here[month] * usual[month]);
        return spread;
    }

    /** Months by their mean; all alike where nothing is known. */
    private static double[] relative(double[] served) {
        double mean = Arrays.stream(served).average().orElse(0);
        return Arrays.stream(served).map(each -> mean > 0 ? each / mean : 1).toArray();
    }

    /**
     * How many times as frequent as usual complaints were elsewhere in each month: the posterior mean of a rate that
     * differs between months as much as these counts do beyond chance.
     */
    private static double[] usual(int[] counts, double[] served) {
        double each = Arrays.stream(counts).sum()
                / Math.max(1e-9, Arrays.stream(served).sum());
        double beyond = 0;
        double squares = 0;
        for (int month = 0; month < counts.length; month++) {
            double expected = each * served[month];
            beyond += Math.pow(counts[month] - expected, 2) - expected;
            squares += expected * expected;
        }
        double certain = beyond > 0 ? squares / beyond : Double.POSITIVE_INFINITY;
        double[] usual = new double[counts.length];
        Arrays.setAll(
                usual,
                month -> Double.isInfinite(certain) ? 1 : (certain + counts[month]) / (certain + each * served[month]));
        return usual;
    }

    /** Days served in units of these kinds, here and elsewhere, by month, each taken as {@link Rates} takes it. */
    private void served(Predicate<String> kinds, double[] own, double[] elsewhere) {
        Window window = scoped.facts().window();
        int days = (int) ChronoUnit.DAYS.between(window.first(), window.last()) + 1;
        int[] here = new int[days + 1];
        int[] there = new int[days + 1];
        DaysServed.of(scoped.facts(), scoped.group(), (member, kind, begin, end) -> {
            if (kinds.test(kind)) {
                int[] changes = member.equals(scoped.group().own()) ? here : there;
                changes[begin]++;
                changes[end]--;
            }
        });
        int serving = 0;
        int servingElsewhere = 0;
        for (int day = 0; day < days; day++) {
            serving += here[day];
            servingElsewhere += there[day];
            int month = window.place(window.first().plusDays(day));
            if (month < months) {
                own[month] += serving;
                elsewhere[month] += servingElsewhere;
            }
        }
    }
}
