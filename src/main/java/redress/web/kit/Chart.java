package redress.web.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Figures that are drawn on the server and stand in a table as well. A value that must not be published is null: it
 * leaves a gap in the picture and its sign in the table.
 *
 * @param kind how it is drawn
 * @param title the sentence that the figures say
 * @param note what is counted, from where, up to when; or null
 * @param corner what the labels are: the head of the table's first column
 * @param labels what is counted: years, findings, places
 * @param series one or more rows of values, each as long as the labels
 */
public record Chart(
        Kind kind, String title, @Nullable String note, String corner, List<String> labels, List<Series> series) {

    /** How figures are drawn. */
    public enum Kind {
        /** Lying bars: for names, which need room. */
        BARS,
        /** Standing columns: for few points in time. */
        COLUMNS,
        /** A line: for many points in time. */
        LINE
    }

    /**
     * One row of values.
     *
     * @param name what they are, in the legend and the table
     * @param values the values, not below zero; null where nothing may be shown
     * @param shown the same as people here write them; for null the sign that says why
     */
    public record Series(String name, List<@Nullable Double> values, List<String> shown) {
        /** Checks that every value is written. */
        public Series {
            values = new ArrayList<>(values);
            shown = List.copyOf(shown);
            if (values.size() != shown.size()) {
                throw new IllegalArgumentException("Every value needs its writing");
            }
        }
    }

    /** Checks that every label has its values. */
    public Chart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        int length = labels.size();
        if (series.isEmpty() || series.stream().anyMatch(each -> each.values().size() != length)) {
            throw new IllegalArgumentException("Every series needs one value for each label");
        }
    }

    /** The largest value; one if there is none, so that an empty chart has an axis. */
    double top() {
        return Stream.concat(Stream.of(0d), series.stream().flatMap(each -> each.values().stream()))
                .filter(value -> value != null && value > 0)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
    }

    /** The picture. */
    public Drawing drawing() {
        return kind == Kind.BARS ? new Lying(this).draw() : new Standing(this).draw();
    }

    /** The head of the table. */
    public List<Cell> head() {
        List<Cell> head = new ArrayList<>(List.of(Cell.of(corner)));
        series.forEach(each -> head.add(Cell.number(each.name())));
        return head;
    }

    /** The table, one row for each label. */
    public List<List<Cell>> rows() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(labels.get(i))));
            for (Series each : series) {
                row.add(Cell.number(each.shown().get(i)));
            }
            rows.add(row);
        }
        return rows;
    }
}
