package redress.web.kit;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import redress.web.kit.Drawing.Shape;
import redress.web.kit.Drawing.Stroke;
import redress.web.kit.Drawing.Words;

/**
 * Months or years side by side, with as many labels as there is room for.
 *
 * @param first the first month; for years the first January
 * @param many how many there are
 * @param monthly whether a place is a month; otherwise it is a year
 * @param left where the first begins
 * @param right where the last ends
 */
record TimeAxis(YearMonth first, int many, boolean monthly, double left, double right) {

    private static final double ROOM_FOR_MONTH = 30;
    private static final double ROOM_FOR_YEAR = 38;

    /** The width of one place. */
    double place() {
        return (right - left) / Math.max(1, many);
    }

    /** Where a place begins. */
    double start(int i) {
        return left + place() * i;
    }

    /** The middle of a place. */
    double middle(int i) {
        return left + place() * (i + 0.5);
    }

    /** The width of its bar. */
    double bar() {
        return Math.min(34, place() > 2.5 ? place() * 0.82 : place());
    }

    /** The month or January of a place. */
    YearMonth at(int i) {
        return monthly ? first.plusMonths(i) : first.plusYears(i);
    }

    /** How deep the labels reach under their line. */
    int depth() {
        return monthly && place() >= ROOM_FOR_MONTH ? 38 : 24;
    }

    /** Labels and small strokes under a line at this height. */
    List<Shape> labels(double foot, Numbers numbers) {
        List<Shape> shapes = new ArrayList<>();
        if (monthly && place() >= ROOM_FOR_MONTH) {
            for (int i = 0; i < many; i++) {
                label(shapes, middle(i), foot + 17, numbers.monthAlone(at(i)));
                if (i == 0 || at(i).getMonthValue() == 1) {
                    label(shapes, middle(i), foot + 32, year(i));
                }
            }
            return shapes;
        }
        years(shapes, foot);
        return shapes;
    }

    /** A label for each year, or every second, fifth, ...; under its months, a stroke where it begins. */
    private void years(List<Shape> shapes, double foot) {
        int months = monthly ? 12 : 1;
        int every = every(place() * months);
        int before = shapes.size();
        for (int i = january(); i < many; i += months) {
            double middle = Math.min(start(i) + place() * months / 2, right - (monthly ? 16 : 0));
            if (at(i).getYear() % every == 0 && middle > start(i) - 1) {
                label(shapes, middle, foot + 17, year(i));
            }
        }
        if (shapes.size() == before && many > 0) {
            label(shapes, Math.max(left + 16, middle(0)), foot + 17, year(0));
        }
        begins(shapes, foot);
    }

    /** The first place that begins a year. */
    private int january() {
        return monthly ? (13 - first.getMonthValue()) % 12 : 0;
    }

    /** One year in how many has room for its label. */
    private static int every(double room) {
        int power = 1;
        while (true) {
            for (int factor : new int[] {1, 2, 5}) {
                if (room * factor * power >= ROOM_FOR_YEAR) {
                    return factor * power;
                }
            }
            power *= 10;
        }
    }

    private void begins(List<Shape> shapes, double foot) {
        for (int i = january(); monthly && i < many; i += 12) {
            shapes.add(new Stroke(
                    new Pen().move(start(i), foot).line(start(i), foot + 5).path(), "edge"));
        }
    }

    private String year(int i) {
        return Integer.toString(at(i).getYear());
    }

    private static void label(List<Shape> shapes, double x, double y, String text) {
        shapes.add(new Words(x, y, "middle", "tick", text));
    }
}
