package redress.search;

import java.util.List;

/**
 * How many complaints have two values at once: one dimension down, another across. A complaint with several values of a
 * dimension counts in each of their cells, so that cells do not add up to totals; the totals are counted on their own.
 *
 * @param rows the dimension that goes down
 * @param columns the dimension that goes across
 * @param down its values with how many complaints have them, at most {@value #MOST_ROWS}
 * @param across the same of the other one, at most {@value #MOST_COLUMNS}
 * @param cells complaints per row and column
 * @param rowCount how many values go down in all, those that are left out among them
 * @param columnCount how many go across in all
 */
record CrossTable(
        Dimension rows,
        Dimension columns,
        List<Answer.Count> down,
        List<Answer.Count> across,
        List<List<Long>> cells,
        long rowCount,
        long columnCount) {

    static final int MOST_ROWS = 500;
    static final int MOST_COLUMNS = 120;

    /** Which two dimensions are asked for. */
    record Of(Dimension rows, Dimension columns) {}
}
