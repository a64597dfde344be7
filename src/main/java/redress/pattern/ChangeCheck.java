package redress.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.chance.Cusum;
import redress.chance.Verdict;

/**
 * Looks when the complaints of a scope began to be more. What is expected of the whole window comes from the outlier
 * check, spread over the months as the complaints of the peers were; where the peers give no expectation, the first
 * half of the window is what the second is held against. A complaint of which only the year is known is in no month; as
 * many of what is expected are in none as there are such among the peers.
 */
final class ChangeCheck {

    private final Scoped scoped;
    private final Outliers.@Nullable Ratio own;

    ChangeCheck(Scoped scoped, Outliers.@Nullable Ratio own) {
        this.scoped = scoped;
        this.own = own;
    }

    /** The check itself. */
    Change look() {
        List<Integer> counts = monthly(scoped.own());
        List<Integer> peers = Arrays.stream(scoped.monthlyElsewhere()).boxed().toList();
        long all = sum(peers) + scoped.undatedElsewhere();
        if (own != null && all > 0) {
            double each = own.expected() / all;
            return told(counts, peers.stream().map(count -> count * each).toList(), "peers", 0);
        }
        int half = counts.size() / 2;
        double before = half == 0 ? 0 : (double) sum(counts.subList(0, half)) / half;
        List<Integer> later = counts.subList(half, counts.size());
        return told(later, later.stream().map(month -> before).toList(), "earlier", half);
    }

    private Change told(List<Integer> counts, List<Double> expected, String from, int first) {
        Verdict<Cusum> verdict = Cusum.watch(counts, expected, Cusum.Design.DOUBLING);
        if (!(verdict instanceof Verdict.Given<Cusum>(Cusum found))) {
            return new Change("complaints", from, Lack.of(verdict), List.of(), scoped.undated(), 0, 0);
        }
        Set<Integer> alarms = new HashSet<>();
        found.alarms().forEach(alarm -> alarms.add(alarm.month()));
        List<Change.Month> months = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            months.add(new Change.Month(
                    scoped.facts().window().from().plusMonths(first + i).toString(),
                    counts.get(i),
                    expected.get(i),
                    found.path().get(i),
                    alarms.contains(i)));
        }
        return new Change(
                "complaints",
                from,
                null,
                months,
                scoped.undated(),
                found.threshold(),
                found.monthsBetweenFalseAlarms());
    }

    private List<Integer> monthly(List<Filed> complaints) {
        Window window = scoped.facts().window();
        int[] counts = new int[window.months()];
        complaints.stream().filter(Filed::inMonth).forEach(complaint -> counts[window.place(complaint.day())]++);
        return Arrays.stream(counts).boxed().toList();
    }

    private static long sum(List<Integer> counts) {
        return counts.stream().mapToLong(Integer::longValue).sum();
    }
}
