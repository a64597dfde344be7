package redress.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts that only hits take part in: the course over time and the table of two dimensions. Nothing is counted that was
 * not asked for.
 */
final class Tally {

    /** Up to so many cells stand in one block of memory, 4 MB; beyond only those that occur are kept. */
    private static final long DENSE = 1 << 20;

    private final Columns columns;
    private final @Nullable Dimension course;
    private final CrossTable.@Nullable Of table;
    private final int[] overTime;
    private final int[] down;
    private final int[] across;
    private final int[] cells;
    private final Map<Long, int[]> sparse = new HashMap<>();

    Tally(Columns columns, SearchQuery query) {
        this.columns = columns;
        course = query.course();
        table = query.table();
        overTime = new int[course == null ? 0 : columns.numbering(course).size()];
        down = new int[table == null ? 0 : columns.numbering(table.rows()).size()];
        across = new int[table == null ? 0 : columns.numbering(table.columns()).size()];
        long size = (long) down.length * across.length;
        cells = new int[size <= DENSE ? (int) size : 0];
    }

    /** Whether nothing of this was asked for. */
    boolean nothing() {
        return course == null && table == null;
    }

    /** Counts hits of a segment whose columns stand at the ordinals of their dimensions. */
    void count(int[] docs, int many, Column[] segment) {
        if (course != null) {
            segment[course.ordinal()].count(docs, many, overTime, 1);
        }
        if (table != null) {
            for (int i = 0; i < many; i++) {
                cross(
                        docs[i],
                        segment[table.rows().ordinal()],
                        segment[table.columns().ordinal()]);
            }
        }
    }

    /** Takes over what another part of the same pass has counted. */
    void add(Tally part) {
        add(part.overTime, overTime);
        add(part.down, down);
        add(part.across, across);
        for (int cell = 0; cell < part.cells.length; cell++) {
            if (part.cells[cell] > 0) {
                add(cell / part.across.length, cell % part.across.length, part.cells[cell]);
            }
        }
        part.sparse.forEach(
                (cell, many) -> add((int) (cell / part.across.length), (int) (cell % part.across.length), many[0]));
    }

    /** Numbers are given while others count: what only one of the two arrays has was given too late for this pass. */
    static void add(int[] counts, int[] to) {
        for (int i = 0; i < Math.min(counts.length, to.length); i++) {
            to[i] += counts[i];
        }
    }

    private void cross(int doc, Column rows, Column heads) {
        rows.count(doc, down);
        heads.count(doc, across);
        int end = heads.end(doc);
        for (int r = rows.first(doc); r < rows.end(doc); r++) {
            for (int c = heads.first(doc); c < end; c++) {
                add(rows.at(r), heads.at(c), 1);
            }
        }
    }

    private void add(int row, int head, int many) {
        if (cells.length > 0) {
            cells[row * across.length + head] += many;
        } else if (many > 0) {
            sparse.computeIfAbsent((long) row * across.length + head, cell -> new int[1])[0] += many;
        }
    }

    private int cell(int row, int head) {
        if (cells.length > 0) {
            return cells[row * across.length + head];
        }
        int[] cell = sparse.get((long) row * across.length + head);
        return cell == null ? 0 : cell[0];
    }

    /** The counts of every month or year from the first to the last, the earliest first; empty unless asked for. */
    List<Answer.Count> overTime() {
        if (course == null) {
            return List.of();
        }
        Ordinals numbering = columns.numbering(course);
        return Course.whole(kept(overTime, numbering, Dimension.Kind.TIME, Course.LONGEST).stream()
                .map(ordinal -> new Answer.Count(numbering.value(ordinal), overTime[ordinal]))
                .toList());
    }

    /** The table, or null unless asked for. */
    @Nullable
    CrossTable table() {
        if (table == null) {
            return null;
        }
        Ordinals rowNames = columns.numbering(table.rows());
        Ordinals headNames = columns.numbering(table.columns());
        List<Integer> rows = kept(down, rowNames, table.rows().kind(), CrossTable.MOST_ROWS);
        List<Integer> heads = kept(across, headNames, table.columns().kind(), CrossTable.MOST_COLUMNS);
        List<List<Long>> counts = rows.stream()
                .map(row -> heads.stream().map(head -> (long) cell(row, head)).toList())
                .toList();
        return new CrossTable(
                table.rows(),
                table.columns(),
                rows.stream()
                        .map(ordinal -> new Answer.Count(rowNames.value(ordinal), down[ordinal]))
                        .toList(),
                heads.stream()
                        .map(ordinal -> new Answer.Count(headNames.value(ordinal), across[ordinal]))
                        .toList(),
                counts,
                occurring(down),
                occurring(across));
    }

    private static long occurring(int[] counts) {
        return Arrays.stream(counts).filter(count -> count > 0).count();
    }

    /** What occurs: the latest of times, the most frequent of everything else; then in an order that people expect. */
    private static List<Integer> kept(int[] counts, Ordinals numbering, Dimension.Kind kind, int most) {
        List<Integer> found = new ArrayList<>();
        for (int ordinal = 0; ordinal < counts.length; ordinal++) {
            if (counts[ordinal] > 0) {
                found.add(ordinal);
            }
        }
        Comparator<Integer> byValue = Comparator.comparing(numbering::value);
        boolean time = kind == Dimension.Kind.TIME;
        found.sort(
                time
                        ? byValue.reversed()
                        : Comparator.comparingInt((Integer ordinal) -> counts[ordinal])
                                .reversed()
                                .thenComparing(byValue));
        List<Integer> kept = new ArrayList<>(found.subList(0, Math.min(most, found.size())));
        if (time || kind == Dimension.Kind.ORDER) {
            kept.sort(byValue);
        }
        return kept;
    }
}
