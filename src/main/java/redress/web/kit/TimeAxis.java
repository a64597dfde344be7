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
        double room = place() * months;
        int every = room >= ROOM_FOR_YEAR ? 1 : room * 2 >= ROOM_FOR_YEAR ? 2 : room * 5 >= ROOM_FOR_YEAR ? 5 : 10;
        while (room * every < ROOM_FOR_YEAR) {
            every *= 10;
        }
        int offset = monthly ? (13 - first.getMonthValue()) % 12 : 0;
        boolean told = false;
        for (int i = offset; i < many; i += months) {
            if (monthly) {
                shapes.add(new Stroke(
                        new Pen().move(start(i), foot).line(start(i), foot + 5).path(), "edge"));
            }
            double middle = monthly ? Math.min(start(i) + room / 2, right - 16) : middle(i);
            if (at(i).getYear() % every == 0 && middle > start(i) - 1) {
                label(shapes, middle, foot + 17, year(i));
                told = true;
            }
        }
        if (!told && many > 0) {
            label(shapes, Math.max(left + 16, middle(0)), foot + 17, year(0));
        }
    }

    private String year(int i) {
        return Integer.toString(at(i).getYear());
    }

    private static void label(List<Shape> shapes, double x, double y, String text) {
        shapes.add(new Words(x, y, "middle", "tick", text));
    }
}
