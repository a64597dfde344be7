package redress.pattern;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redress.chance.Discoveries;
import redress.chance.Rise;

/**
 * Looks which kinds of allegation became more from some month on, each beside its own months before. The kinds are
 * judged together: of those that are told at most one in ten is expected to be chance.
 */
final class KindCheck {

    private static final double RATE = 0.1;

    private final Scoped scoped;
    private final Predicate<String> kinds;
    private final double[] spread;
    private final int first;

    /**
     * The check.
     *
     * @param scoped the complaints
     * @param kinds of which kinds of unit they are looked at
     * @param spread how what is expected is spread over the months
     * @param first how many months come before the first that may be a beginning
     */
    KindCheck(Scoped scoped, Predicate<String> kinds, double[] spread, int first) {
        this.scoped = scoped;
        this.kinds = kinds;
        this.spread = spread.clone();
        this.first = first;
    }

    /** A kind of allegation month by month; a complaint counts once, however many of its accused it alleges it of. */
    private static final class Monthly {

        private final int[] counts;
        private long last = Long.MIN_VALUE;

        Monthly(int months) {
            counts = new int[months];
        }

        void count(long complaint, int month) {
            if (complaint != last && month < counts.length) {
                counts[month]++;
            }
            last = complaint;
        }
    }

    private record Looked(Change.Kind kind, double p) {}

    /**
     * Those that rose, and also do with each text and each incident counted once: thirty people who tell of one night
     * are no month from which on there was more.
     */
    Change.Kinds look(Map<String, String> labels, Repeats repeats) {
        Change.Kinds all = look(labels, any -> true);
        if (all.risen().isEmpty() || repeats.others() == 0) {
            return all;
        }
        Set<String> once = look(labels, repeats::first).risen().stream()
                .map(Change.Kind::category)
                .collect(Collectors.toSet());
        return new Change.Kinds(
                all.compared(),
                all.risen().stream()
                        .filter(kind -> once.contains(kind.category()))
                        .toList());
    }

    private Change.Kinds look(Map<String, String> labels, Predicate<Filed> counted) {
        List<Looked> looked = new ArrayList<>();
        List<Double> usual = Arrays.stream(spread).boxed().toList();
        monthly(counted).forEach((category, monthly) -> {
            List<Integer> counts = Arrays.stream(monthly.counts).boxed().toList();
            Rise.of(counts, usual, first)
                    .given()
                    .ifPresent(rise -> looked.add(new Looked(
                            new Change.Kind(
                                    category,
                                    labels.getOrDefault(category, category),
                                    month(rise.since()),
                                    rise.count(),
                                    rise.expected(),
                                    1),
                            rise.p())));
        });
        return risen(looked);
    }

    private String month(int place) {
        return scoped.facts().window().from().plusMonths(place).toString();
    }

    private static Change.Kinds risen(List<Looked> looked) {
        Discoveries found = Discoveries.at(RATE, looked.stream().map(Looked::p).toList());
        List<Change.Kind> risen = IntStream.range(0, looked.size())
                .filter(found::found)
                .mapToObj(i -> looked.get(i).kind().at(found.q(i)))
                .sorted(Comparator.comparingDouble(Change.Kind::q).thenComparing(Change.Kind::category))
                .toList();
        return new Change.Kinds(looked.size(), risen);
    }

    private Map<String, Monthly> monthly(Predicate<Filed> counted) {
        Window window = scoped.facts().window();
        Tree units = scoped.facts().units();
        Rates rates = scoped.peers().rates();
        Map<Long, Accused> complaints = scoped.complaints();
        Map<String, Monthly> monthly = new TreeMap<>();
        for (Alleged alleged : scoped.alleged()) {
            Accused accused = complaints.get(alleged.complaint());
            if (accused != null
                    && accused.complaint().inMonth()
                    && counted.test(accused.complaint())
                    && rates.held(scoped.group().own(), accused)
                    && kinds.test(units.kind(accused.unit()))) {
                LocalDate day = accused.complaint().day();
                monthly.computeIfAbsent(alleged.category(), any -> new Monthly(spread.length))
                        .count(alleged.complaint(), window.place(day));
            }
        }
        return monthly;
    }
}
