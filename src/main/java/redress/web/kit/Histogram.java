package redress.web.kit;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import redress.web.kit.Drawing.Box;
import redress.web.kit.Drawing.Stroke;
import redress.web.kit.Drawing.Words;
import redress.web.kit.Listing.Entry;

/**
 * Counts by month or year. A month that nobody counted is a gap, which is something else than a month with none.
 *
 * @param title the sentence that the figure says
 * @param note what is counted, from where, up to when; or null
 * @param period whether the counts are of months or of years
 * @param counts month to count, not below zero; a year stands at its January. What lies between the first and the last
 *     and is absent was not counted
 * @param words the reader's language
 */
public record Histogram(String title, @Nullable String note, Period period, Map<YearMonth, Long> counts, Wording words)
        implements Figure {

    private static final double TOP = 12;

    /** What one bar holds. */
    public enum Period {
        /** A month. */
        MONTH,
        /** A year. */
        YEAR
    }

    /** Puts the counts in order and checks them. */
    public Histogram {
        counts = new TreeMap<>(counts);
        if (counts.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("A count is not below zero");
        }
        if (period == Period.YEAR && counts.keySet().stream().anyMatch(month -> month.getMonthValue() != 1)) {
            throw new IllegalArgumentException("A year stands at its January");
        }
    }

    @Override
    public String reading() {
        return words.t("figure.histogram.reading." + period);
    }

    @Override
    public String description() {
        Numbers numbers = new Numbers(words.locale());
        long most = top();
        return counts.entrySet().stream()
                .filter(each -> each.getValue() == most)
                .findFirst()
                .map(each -> words.t("figure.histogram.most", shown(each.getKey()), numbers.count(most)))
                .orElse("");
    }

    @Override
    public List<Key> keys() {
        boolean gaps = axis(0, 1).many() > counts.size();
        return gaps
                ? List.of(
                        Key.of(words.t("figure.histogram.count"), new Box(7, 1, 8, 13, "bar", "")),
                        Key.of(
                                words.t("figure.histogram.gap"),
                                new Drawing.Form("M3 1h16v12h-16zM3 7L9 1M3 13L15 1M9 13L19 3M15 13L19 9", "gap", "")))
                : List.of();
    }

    @Override
    public Drawing drawing(Breadth breadth) {
        double foot = breadth.of(200, 170);
        TimeAxis time = axis(42, breadth.width() - 4);
        Scale up = Scale.counts(0, top(), foot, TOP);
        Numbers numbers = new Numbers(words.locale());
        List<Drawing.Shape> shapes = new ArrayList<>();
        for (double value : up.steps()) {
            shapes.add(new Stroke(
                    new Pen()
                            .move(42, up.at(value))
                            .line(breadth.width(), up.at(value))
                            .path(),
                    "axis"));
            shapes.add(new Words(36, up.at(value) + 4, "end", "tick", numbers.tick(value)));
        }
        Bars bars = new Bars(time, up, breadth);
        Pen gaps = new Pen();
        int from = 0;
        for (int i = 0; i < time.many(); i++) {
            Long count = counts.get(time.at(i));
            if (count == null) {
                boolean ends = counts.containsKey(time.at(i + 1));
                if (ends) {
                    hatch(gaps, time.start(from), time.start(i + 1), foot);
                }
            } else {
                from = i + 1;
                bars.add(i, count, false, shown(time.at(i)) + ": " + numbers.count(count));
            }
        }
        if (!gaps.blank()) {
            shapes.add(new Drawing.Form(gaps.path(), "gap", ""));
        }
        shapes.addAll(bars.shapes());
        shapes.addAll(time.labels(foot, numbers));
        return new Drawing(breadth.width(), (int) foot + time.depth(), shapes);
    }

    /** A field that says by its hatching that nobody counted. */
    private static void hatch(Pen pen, double left, double right, double foot) {
        double tall = foot - TOP;
        pen.box(left, TOP, right - left, tall);
        for (double start = left - tall; start < right; start += 8) {
            double x1 = Math.max(left, start);
            double x2 = Math.min(right, start + tall);
            pen.move(x1, foot - (x1 - start)).line(x2, foot - (x2 - start));
        }
    }

    @Override
    public List<Listing> tables() {
        Numbers numbers = new Numbers(words.locale());
        TimeAxis time = axis(0, 1);
        List<List<Entry>> rows = IntStream.range(0, time.many())
                .mapToObj(time::at)
                .map(month -> {
                    Long count = counts.get(month);
                    return List.of(
                            Entry.of(shown(month)),
                            Entry.number(count == null ? words.t("figure.histogram.none") : numbers.count(count)));
                })
                .toList();
        return List.of(new Listing(
                title,
                Listing.head(1, words.t("figure.histogram.period." + period), words.t("figure.histogram.count")),
                rows,
                null));
    }

    @Override
    public @Nullable String nothing() {
        return counts.isEmpty() ? words.t("figure.nothing") : null;
    }

    private long top() {
        return counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private String shown(YearMonth month) {
        return period == Period.MONTH ? new Numbers(words.locale()).month(month) : Integer.toString(month.getYear());
    }

    private TimeAxis axis(double left, double right) {
        TreeMap<YearMonth, Long> order = new TreeMap<>(counts);
        if (order.isEmpty()) {
            return new TimeAxis(YearMonth.of(2000, 1), 0, period == Period.MONTH, left, right);
        }
        YearMonth first = order.firstKey();
        YearMonth last = order.lastKey();
        int months = (last.getYear() - first.getYear()) * 12 + last.getMonthValue() - first.getMonthValue();
        boolean monthly = period == Period.MONTH;
        return new TimeAxis(first, (monthly ? months : months / 12) + 1, monthly, left, right);
    }
}
