package redress.web.kit;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import redress.web.kit.Drawing.Box;
import redress.web.kit.Drawing.Form;
import redress.web.kit.Drawing.Stroke;
import redress.web.kit.Listing.Entry;

/**
 * Whether something has changed: counts of each month with what was expected, and below them the cumulative sum of what
 * was too much (CUSUM; Page 1954, "Continuous inspection schemes", Biometrika 41:100). When the sum crosses its
 * threshold, the month is an alarm.
 *
 * @param title the sentence that the figure says
 * @param note what is counted, from where, up to when; or null
 * @param first the first month
 * @param months one entry for each month from the first on, without gaps
 * @param limit the threshold of the sum and what the figure is told in
 */
public record ChangeChart(String title, @Nullable String note, YearMonth first, List<Month> months, Limit limit)
        implements Figure {

    /**
     * One month.
     *
     * @param count what was counted, not below zero
     * @param expected what was expected of the month
     * @param sum the cumulative sum at its end
     * @param alarm whether the sum has crossed the threshold in it
     */
    public record Month(long count, double expected, double sum, boolean alarm) {
        /** Checks the numbers. */
        public Month {
            if (count < 0 || !(expected >= 0) || !Double.isFinite(expected) || !Double.isFinite(sum)) {
                throw new IllegalArgumentException("A count is not below zero, and a sum is a number");
            }
        }
    }

    /**
     * When an alarm is given.
     *
     * @param threshold the sum at which it is
     * @param words the reader's language
     */
    public record Limit(double threshold, Wording words) {}

    /** Keeps its own list. */
    public ChangeChart {
        months = List.copyOf(months);
    }

    @Override
    public String reading() {
        return words().t("figure.change.reading");
    }

    @Override
    public String description() {
        String alarms = alarms().stream().map(this::shown).collect(Collectors.joining(", "));
        return alarms.isEmpty() ? words().t("figure.change.noAlarm") : words().t("figure.change.alarms", alarms);
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.of(words().t("figure.change.count"), new Box(7, 1, 8, 13, "bar", "")),
                Key.of(words().t("figure.change.expected"), new Stroke("M0 7H22", "expected")),
                Key.of(words().t("figure.change.sum"), new Stroke("M0 11L8 9L14 5L22 3", "path")),
                Key.of(words().t("figure.change.threshold"), new Stroke("M0 7H22", "threshold")),
                Key.of(words().t("figure.change.alarm"), new Form(Marks.up(11, 7, 5.5), "alarm", "")));
    }

    @Override
    public Drawing drawing(Breadth breadth) {
        return new ChangeDrawing(this, breadth).draw();
    }

    @Override
    public List<Listing> tables() {
        Numbers numbers = new Numbers(words().locale());
        List<List<Entry>> rows = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            Month month = months.get(i);
            rows.add(List.of(
                    Entry.of(shown(i)),
                    Entry.number(numbers.count(month.count())),
                    Entry.number(numbers.measure(month.expected())),
                    Entry.number(numbers.measure(month.sum())),
                    Entry.of(month.alarm() ? words().t("figure.change.alarm") : "")));
        }
        List<Entry> head = new ArrayList<>(Listing.head(
                1,
                words().t("figure.change.month"),
                words().t("figure.change.count"),
                words().t("figure.change.expected"),
                words().t("figure.change.sum")));
        head.add(Entry.of(words().t("figure.change.alarm")));
        String threshold = words().t("figure.change.thresholdIs", numbers.measure(limit.threshold()));
        return List.of(new Listing(title, head, rows, threshold));
    }

    @Override
    public @Nullable String nothing() {
        return months.isEmpty() ? words().t("figure.nothing") : null;
    }

    Wording words() {
        return limit.words();
    }

    /** The months of alarm. */
    List<Integer> alarms() {
        return IntStream.range(0, months.size())
                .filter(i -> months.get(i).alarm())
                .boxed()
                .toList();
    }

    String shown(int month) {
        return new Numbers(words().locale()).month(first.plusMonths(month));
    }

    String hint(int i) {
        Numbers numbers = new Numbers(words().locale());
        Month month = months.get(i);
        return words().t(
                        "figure.change.hint",
                        shown(i),
                        numbers.count(month.count()),
                        numbers.measure(month.expected()));
    }
}
