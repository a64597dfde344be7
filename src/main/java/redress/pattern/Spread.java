package redress.pattern;

import java.time.LocalDate;
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

    /**
     * Days served in units of these kinds, here and elsewhere, by month, as far as anything is known of the service.
     */
    private void served(Predicate<String> kinds, double[] own, double[] elsewhere) {
        Window window = scoped.facts().window();
        int days = days(window);
        int[] here = new int[days + 1];
        int[] there = new int[days + 1];
        for (Posting posting : scoped.facts().postings()) {
            if (kinds.test(scoped.facts().units().kind(posting.unit()))) {
                LocalDate known = scoped.facts().known().until(posting.unit());
                for (Group.Served part : scoped.group().served(posting)) {
                    LocalDate to = part.to().isBefore(known) ? part.to() : known;
                    add(
                            part.from(),
                            to,
                            window,
                            part.member().equals(scoped.group().own()) ? here : there);
                }
            }
        }
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

    /** Marks the first day of a time and the day after its last one. */
    private static void add(LocalDate from, LocalDate to, Window window, int[] changes) {
        if (!to.isBefore(from) && !to.isBefore(window.first()) && !from.isAfter(window.last())) {
            changes[day(from, window)]++;
            changes[day(to, window) + (to.isAfter(window.last()) ? 0 : 1)]--;
        }
    }

    private static int day(LocalDate day, Window window) {
        long since = ChronoUnit.DAYS.between(window.first(), day);
        return (int) Math.clamp(since, 0, days(window));
    }

    private static int days(Window window) {
        return (int) ChronoUnit.DAYS.between(window.first(), window.last()) + 1;
    }
}
