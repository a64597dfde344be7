package redress.web.kit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts by two things at once. A quiet shade leads the eye to the large ones; the number is always written.
 *
 * @param title the sentence that the table says; its caption
 * @param note what is counted, from where, up to when; or null
 * @param axes what the rows and columns are
 * @param tallies the counts, one list for each row
 * @param totals the totals; of things that can stand in two places they are not the sums
 */
public record CrossTable(String title, @Nullable String note, Axes axes, List<List<Tally>> tallies, Totals totals) {

    /** So many shades besides none. */
    private static final int SHADES = 4;

    /**
     * What the rows and columns are.
     *
     * @param corner the head of the first column: what the rows are, by what the columns are
     * @param rows the heads of the rows
     * @param columns the heads of the columns
     */
    public record Axes(String corner, List<String> rows, List<String> columns) {
        /** Keeps its own lists. */
        public Axes {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }
    }

    /**
     * One count.
     *
     * @param count the number; null where it may not be shown
     * @param shown the same as people here write it; for null the sign that says why
     * @param href where it leads, or null
     */
    public record Tally(
            @Nullable Long count, String shown, @Nullable String href) {}

    /**
     * What stands at the ends.
     *
     * @param name what they are called: "All"
     * @param rows one for each row
     * @param columns one for each column
     * @param all the total of everything
     */
    public record Totals(String name, List<Tally> rows, List<Tally> columns, Tally all) {
        /** Keeps its own lists. */
        public Totals {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }
    }

    /** Checks that every row has a count for each column, and everything its total. */
    public CrossTable {
        tallies = List.copyOf(tallies);
        int rows = axes.rows().size();
        int columns = axes.columns().size();
        boolean even = tallies.size() == rows
                && totals.rows().size() == rows
                && totals.columns().size() == columns
                && tallies.stream().allMatch(row -> row.size() == columns);
        if (!even) {
            throw new IllegalArgumentException("Every row needs one count for each column, and a total");
        }
    }

    /**
     * A table whose totals are the sums of the counts that are shown.
     *
     * @param heading the sentence of the table and its note
     * @param axes what the rows and columns are
     * @param tallies the counts
     * @param words the reader's language
     */
    public static CrossTable summed(Heading heading, Axes axes, List<List<Tally>> tallies, Wording words) {
        Numbers numbers = new Numbers(words.locale());
        List<Tally> rows = tallies.stream().map(row -> sum(numbers, row)).toList();
        List<Tally> columns = new ArrayList<>();
        for (int i = 0; i < axes.columns().size(); i++) {
            int column = i;
            columns.add(
                    sum(numbers, tallies.stream().map(row -> row.get(column)).toList()));
        }
        Totals totals = new Totals(words.t("figure.cross.all"), rows, columns, sum(numbers, rows));
        return new CrossTable(heading.title(), heading.note(), axes, tallies, totals);
    }

    /**
     * What stands over a table.
     *
     * @param title the sentence that it says
     * @param note what is counted, or null
     */
    public record Heading(String title, @Nullable String note) {}

    private static Tally sum(Numbers numbers, List<Tally> some) {
        long sum = 0;
        for (Tally each : some) {
            Long count = each.count();
            sum += count == null ? 0 : count;
        }
        return new Tally(sum, numbers.count(sum), null);
    }

    /**
     * The class name of the shade of a count: none for zero, then four steps by the square root of its share of the
     * largest, so that middling counts are told apart.
     */
    public String shade(Tally tally) {
        Long count = tally.count();
        if (count == null || count <= 0) {
            return "q0";
        }
        return "q" + Math.max(1, Math.round(SHADES * Math.sqrt(count / (double) top())));
    }

    private long top() {
        long top = 1;
        for (List<Tally> row : tallies) {
            for (Tally each : row) {
                Long count = each.count();
                top = Math.max(top, count == null ? 0 : count);
            }
        }
        return top;
    }
}
