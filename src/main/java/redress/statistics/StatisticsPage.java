package redress.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redress.web.Page;
import redress.web.View;
import redress.web.kit.Chart;

/**
 * Public figures of one service as a page. Totals are sums of what is shown, so that a total never tells a hidden cell.
 *
 * @param releasedAt when the figures were frozen; null before the first release
 * @param threshold from how many complaints on a number is shown
 * @param institutions code to name of every service with figures
 * @param institution the service that is shown
 * @param cells its cells
 */
public record StatisticsPage(
        @Nullable Instant releasedAt,
        int threshold,
        Map<String, String> institutions,
        String institution,
        List<Cell> cells)
        implements Page {

    /** The sign that stands where a number is hidden. */
    public String sign() {
        return "·";
    }

    /** The sum of the complaints that are shown. */
    public long total() {
        return sum(of(Figure.COMPLAINTS));
    }

    /** Complaints by year. */
    public Chart years(View v) {
        List<Cell> found = of(Figure.COMPLAINTS);
        return new Chart(
                found.size() > 12 ? Chart.Kind.LINE : Chart.Kind.COLUMNS,
                v.t("statistics.years.title"),
                v.t("statistics.unit.complaint"),
                v.t("statistics.year"),
                found.stream().map(cell -> String.valueOf(cell.year())).toList(),
                List.of(series(v, v.t("statistics.complaints"), found)));
    }

    /** Allegations by group of categories, all years together. */
    public Chart categories(View v) {
        return bars(v, Figure.CATEGORIES, "statistics.categories.title", "statistics.category");
    }

    /** Allegations by finding, all years together. */
    public Chart findings(View v) {
        return bars(v, Figure.FINDINGS, "statistics.findings.title", "statistics.finding");
    }

    private Chart bars(View v, Figure figure, String title, String corner) {
        Map<String, List<Cell>> byName =
                of(figure).stream().collect(Collectors.groupingBy(Cell::name, LinkedHashMap::new, Collectors.toList()));
        List<Map.Entry<String, List<Cell>>> order = new ArrayList<>(byName.entrySet());
        order.sort((one, other) -> Long.compare(sum(other.getValue()), sum(one.getValue())));
        List<@Nullable Double> values = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (Map.Entry<String, List<Cell>> entry : order) {
            boolean hidden = entry.getValue().stream().allMatch(cell -> cell.shown() == null);
            values.add(hidden ? null : (double) sum(entry.getValue()));
            shown.add(hidden ? sign() : v.number(sum(entry.getValue())));
        }
        return new Chart(
                Chart.Kind.BARS,
                v.t(title),
                v.t("statistics.unit.allegation"),
                v.t(corner),
                order.stream().map(entry -> name(v, figure, entry.getKey())).toList(),
                List.of(new Chart.Series(v.t("statistics.allegations"), values, shown)));
    }

    private Chart.Series series(View v, String name, List<Cell> found) {
        List<@Nullable Double> values = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (Cell cell : found) {
            Integer number = cell.shown();
            values.add(number == null ? null : number.doubleValue());
            shown.add(number == null ? sign() : v.number(number));
        }
        return new Chart.Series(name, values, shown);
    }

    /** What a cell is called: a finding in words, a category as the code list says. */
    public static String name(View v, Figure figure, String cell) {
        return figure == Figure.FINDINGS ? v.t("statistics.finding." + cell) : cell;
    }

    /** Every year that has figures. */
    public List<Integer> allYears() {
        return List.copyOf(cells.stream().map(Cell::year).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Whether anything is hidden in these figures. */
    public boolean hides() {
        return cells.stream().anyMatch(cell -> cell.shown() == null);
    }

    /** The cells of one table. */
    public List<Cell> of(Figure figure) {
        return cells.stream().filter(cell -> cell.figure() == figure).toList();
    }

    private static long sum(List<Cell> some) {
        long sum = 0;
        for (Cell cell : some) {
            Integer shown = cell.shown();
            sum += shown == null ? 0 : shown;
        }
        return sum;
    }
}
