package redress.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hides counts that are too small to publish, and further ones beside them so that no hidden one can be told by
 * subtracting: within one table, one service and one year, either nothing is hidden or at least two cells are, with at
 * least the threshold hidden in all. Complementary suppression in its simplest form (Willenborg and de Waal, Elements
 * of Statistical Disclosure Control, 2001, ch. 4.2).
 */
final class SmallCells {

    private SmallCells() {}

    /** The cells with what may be shown; the counts that come in are exact and never zero. */
    static List<Cell> hide(List<Cell> exact, int threshold) {
        Map<List<Object>, List<Cell>> groups = new LinkedHashMap<>();
        for (Cell cell : exact) {
            groups.computeIfAbsent(List.of(cell.figure(), cell.institution(), cell.year()), key -> new ArrayList<>())
                    .add(cell);
        }
        List<Cell> shown = new ArrayList<>();
        groups.values().forEach(group -> shown.addAll(hideWithin(group, threshold)));
        return shown;
    }

    private static List<Cell> hideWithin(List<Cell> group, int threshold) {
        List<Cell> bySize = new ArrayList<>(group);
        bySize.sort(Comparator.comparingInt(SmallCells::count));
        int hidden = 0;
        int sum = 0;
        for (Cell cell : bySize) {
            boolean small = count(cell) < threshold;
            boolean cover = hidden > 0 && (hidden < 2 || sum < threshold);
            if (!small && !cover) {
                break;
            }
            hidden++;
            sum += count(cell);
        }
        List<Cell> result = new ArrayList<>();
        for (int i = 0; i < bySize.size(); i++) {
            Cell cell = bySize.get(i);
            result.add(i < hidden ? new Cell(cell.figure(), cell.institution(), cell.year(), cell.name(), null) : cell);
        }
        return result;
    }

    private static int count(Cell cell) {
        Integer shown = cell.shown();
        if (shown == null) {
            throw new IllegalArgumentException("an exact count was expected");
        }
        return shown;
    }
}
