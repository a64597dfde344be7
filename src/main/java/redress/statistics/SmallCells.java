package redress.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hides numbers that come from too few complaints, and a further one beside them so that no hidden one can be told by
 * subtracting: within one table, one service and one year, either nothing is hidden or at least two cells are, and
 * where there is a cell that is not small one of those hidden is. As one complaint may stand in several cells their
 * complaints cannot be added up: so the further cell is one that is not small itself. Where another table tells the
 * total of this one and the hidden cells are as small as they can be, their values can be reckoned, though not which
 * cell has which. Complementary suppression in its simplest form (Willenborg and de Waal, Elements of Statistical
 * Disclosure Control, 2001, ch. 4.2).
 */
final class SmallCells {

    private SmallCells() {}

    /** The cells with what may be shown. */
    static List<Cell> hide(List<Counted> exact, int threshold) {
        Map<List<Object>, List<Counted>> groups = new LinkedHashMap<>();
        for (Counted one : exact) {
            Cell cell = one.cell();
            groups.computeIfAbsent(List.of(cell.figure(), cell.institution(), cell.year()), key -> new ArrayList<>())
                    .add(one);
        }
        List<Cell> shown = new ArrayList<>();
        groups.values().forEach(group -> shown.addAll(hideWithin(group, threshold)));
        return shown;
    }

    private static List<Cell> hideWithin(List<Counted> group, int threshold) {
        List<Counted> fewestFirst = new ArrayList<>(group);
        fewestFirst.sort(Comparator.comparingInt(Counted::complaints));
        List<Cell> cells = new ArrayList<>();
        boolean covering = false;
        for (Counted one : fewestFirst) {
            boolean small = one.complaints() < threshold;
            cells.add(small || covering ? one.hidden() : one.cell());
            // The first that is not small covers the small ones before it.
            covering = small;
        }
        return cells;
    }
}
