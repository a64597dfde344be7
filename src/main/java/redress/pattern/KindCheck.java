package redress.pattern;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import redress.chance.Cusum;
import redress.chance.Discoveries;
import redress.chance.Verdict;

/**
 * Looks which kinds of allegation became more, each at its own level of the first months. The kinds are judged
 * together: of those that are told at most one in ten is expected to be chance.
 */
final class KindCheck {

    private static final double RATE = 0.1;

    /** Half a complaint is added, so that a kind of which there was none is not taken for an impossible one. */
    private static final double HALF = 0.5;

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
     * @param first how many months tell the level
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

    /** Those that rose. */
    Change.Kinds look(Map<String, String> labels) {
        List<Looked> looked = new ArrayList<>();
        monthly().forEach((category, monthly) -> {
            double shape = HALF + Arrays.stream(monthly.counts, 0, first).sum();
            double level = shape / Arrays.stream(spread, 0, first).sum();
            List<Integer> later =
                    Arrays.stream(monthly.counts, first, spread.length).boxed().toList();
            List<Double> usual = Arrays.stream(spread, first, spread.length)
                    .mapToObj(month -> month * level)
                    .toList();
            Verdict<Cusum.Rise> verdict = Cusum.rise(later, usual, new Cusum.Design(2, 1 / shape, Cusum.TEN_YEARS));
            verdict.given()
                    .ifPresent(rise -> looked.add(new Looked(
                            kind(category, labels.getOrDefault(category, category), rise.since(), later, usual),
                            rise.p())));
        });
        return risen(looked);
    }

    private Change.Kind kind(String category, String label, int since, List<Integer> later, List<Double> usual) {
        return new Change.Kind(
                category,
                label,
                scoped.facts().window().from().plusMonths((long) first + since).toString(),
                later.stream().skip(since).mapToLong(Integer::longValue).sum(),
                usual.stream().skip(since).mapToDouble(Double::doubleValue).sum(),
                1);
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

    private Map<String, Monthly> monthly() {
        Window window = scoped.facts().window();
        Tree units = scoped.facts().units();
        Map<Long, Accused> complaints = scoped.complaints();
        Map<String, Monthly> monthly = new TreeMap<>();
        for (Alleged alleged : scoped.alleged()) {
            Accused accused = complaints.get(alleged.complaint());
            if (accused != null && accused.complaint().inMonth() && kinds.test(units.kind(accused.unit()))) {
                LocalDate day = accused.complaint().day();
                monthly.computeIfAbsent(alleged.category(), any -> new Monthly(spread.length))
                        .count(alleged.complaint(), window.place(day));
            }
        }
        return monthly;
    }
}
