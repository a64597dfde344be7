package redress.web.kit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture as a list of shapes, in units of its own; the page scales it. Colours are class names: the policy of our
 * pages allows no inline style.
 *
 * @param width the width in units
 * @param height the height in units
 * @param shapes from back to front
 */
public record Drawing(int width, int height, List<Shape> shapes) {

    /** One thing drawn. */
    public sealed interface Shape {}

    /** A filled box; the hint is shown when one points at it. */
    public record Box(double x, double y, double width, double height, String classes, String hint) implements Shape {}

    /** Words; the anchor is {@code start}, {@code middle} or {@code end}. */
    public record Words(double x, double y, String anchor, String classes, String text) implements Shape {}

    /** A stroke along a path. */
    public record Stroke(String path, String classes) implements Shape {}

    /** A point; the hint is shown when one points at it. */
    public record Dot(double x, double y, double radius, String classes, String hint) implements Shape {

        /** A point of a line. */
        Dot(double x, double y, String classes, String hint) {
            this(x, y, 3.5, classes, hint);
        }
    }

    /** A shape of its own: an area, a mark; the hint is shown when one points at it, an empty one is left out. */
    public record Form(String path, String classes, String hint) implements Shape {}

    /** A number as it stands in a drawing: with at most one decimal, in no country's way. */
    public static String at(double value) {
        double rounded = Math.rint(value * 10) / 10;
        boolean whole = rounded == Math.rint(rounded) || Math.abs(rounded) >= 1e6;
        return whole ? Long.toString(Math.round(rounded)) : Double.toString(rounded);
    }

    /** The step of an axis that ends at or above the top: 1, 2 or 5 times a power of ten, with at most five steps. */
    static double step(double top) {
        double rough = top / 5;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= rough - 1e-9) {
                return Math.max(1, factor * power);
            }
        }
        return Math.max(1, 10 * power);
    }

    /** A number on an axis, short: 12k for 12,000. */
    static String tick(double value) {
        return value >= 10_000 ? at(value / 1000) + "k" : at(value);
    }

    /** The colour of the nth series. */
    static String colour(int series) {
        return "s" + series % 4;
    }

    /** The width of one of several bars that share a place. */
    static double share(double place, int bars, @Nullable Double widest) {
        double width = place / bars;
        return widest == null ? width : Math.min(width, widest);
    }
}
