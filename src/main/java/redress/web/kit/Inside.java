package redress.web.kit;

import java.util.List;
import redress.web.kit.Outlines.Point;

/**
 * The place inside an area where words have most room: the point of a coarse grid that is furthest from the border.
 *
 * @param x across
 * @param y down
 * @param room half the width that is free there
 */
record Inside(double x, double y, double room) {

    private static final int GRID = 18;
    /** Words are broader than high, so distance upwards counts more than sideways. */
    private static final double FLAT = 2;

    /** The roomiest place of an area. */
    static Inside of(List<List<Point>> rings) {
        List<Point> largest = rings.getFirst();
        for (List<Point> ring : rings) {
            largest = size(ring) > size(largest) ? ring : largest;
        }
        double left = largest.stream().mapToDouble(Point::x).min().orElse(0);
        double right = largest.stream().mapToDouble(Point::x).max().orElse(0);
        double top = largest.stream().mapToDouble(Point::y).min().orElse(0);
        double foot = largest.stream().mapToDouble(Point::y).max().orElse(0);
        Inside best = new Inside((left + right) / 2, (top + foot) / 2, 0);
        for (int i = 1; i < GRID; i++) {
            for (int k = 1; k < GRID; k++) {
                Point point = new Point(left + (right - left) * i / GRID, top + (foot - top) * k / GRID);
                double room = holds(rings, point) ? room(rings, point) : 0;
                best = room > best.room ? new Inside(point.x(), point.y(), room) : best;
            }
        }
        return best;
    }

    /** Twice the area of a ring. */
    private static double size(List<Point> ring) {
        double sum = 0;
        for (int i = 0; i < ring.size(); i++) {
            Point one = ring.get(i);
            Point next = ring.get((i + 1) % ring.size());
            sum += one.x() * next.y() - next.x() * one.y();
        }
        return Math.abs(sum);
    }

    /** Whether a point lies inside, by counting the borders to its right; holes count as outside. */
    private static boolean holds(List<List<Point>> rings, Point point) {
        boolean inside = false;
        for (List<Point> ring : rings) {
            for (int i = 0; i < ring.size(); i++) {
                Point one = ring.get(i);
                Point next = ring.get((i + 1) % ring.size());
                boolean level = one.y() > point.y() != next.y() > point.y();
                if (level
                        && point.x() < (next.x() - one.x()) * (point.y() - one.y()) / (next.y() - one.y()) + one.x()) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    private static double room(List<List<Point>> rings, Point point) {
        double least = Double.MAX_VALUE;
        Point flat = new Point(point.x(), point.y() * FLAT);
        for (List<Point> ring : rings) {
            for (int i = 0; i < ring.size(); i++) {
                Point one = ring.get(i);
                Point next = ring.get((i + 1) % ring.size());
                least = Math.min(
                        least,
                        Outlines.off(flat, new Point(one.x(), one.y() * FLAT), new Point(next.x(), next.y() * FLAT)));
            }
        }
        return least;
    }
}
