package redress.web.kit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Outlines with no more points than the eye can see (Douglas and Peucker 1973, "Algorithms for the reduction of the
 * number of points required to represent a digitized line", Cartographica 10:112). A border that two areas share is
 * simplified once for both: rings are cut where the set of areas at a point changes, and each piece is worked on in one
 * direction. So no gaps open between neighbours.
 */
final class Outlines {

    /** A point in the drawing. */
    record Point(double x, double y) {}

    private static final Comparator<Point> WAY =
            Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y);

    private final Map<Point, Set<Integer>> owners = new HashMap<>();
    private final double tolerance;

    /**
     * Takes in all outlines of a map.
     *
     * @param rings all rings of all areas
     * @param tolerance how far a border may move, in units of the drawing
     */
    Outlines(List<List<Point>> rings, double tolerance) {
        this.tolerance = tolerance;
        for (int i = 0; i < rings.size(); i++) {
            for (Point point : rings.get(i)) {
                owners.computeIfAbsent(point, each -> new TreeSet<>()).add(i);
            }
        }
    }

    /** One ring, simplified; open: its first point is not repeated. */
    List<Point> simple(List<Point> given) {
        List<Point> ring = open(given);
        if (ring.size() < 4) {
            return ring;
        }
        List<Integer> cuts = cuts(ring);
        List<Point> all = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            int from = cuts.get(i);
            int to = cuts.get((i + 1) % cuts.size());
            List<Point> piece = new ArrayList<>();
            for (int at = from; at != to || piece.isEmpty(); at = (at + 1) % ring.size()) {
                piece.add(ring.get(at));
            }
            piece.add(ring.get(to));
            List<Point> kept = oneWay(piece);
            all.addAll(kept.subList(0, kept.size() - 1));
        }
        return all;
    }

    private static List<Point> open(List<Point> given) {
        List<Point> ring = new ArrayList<>(given);
        while (ring.size() > 1 && ring.getLast().equals(ring.getFirst())) {
            ring.removeLast();
        }
        return ring;
    }

    /** Where a ring is cut; an island without neighbours at its first point by place and the one furthest from it. */
    private List<Integer> cuts(List<Point> ring) {
        Set<Integer> cuts = new TreeSet<>();
        for (int i = 0; i < ring.size(); i++) {
            Set<Integer> here = owners.getOrDefault(ring.get(i), Set.of());
            Set<Integer> next = owners.getOrDefault(ring.get((i + 1) % ring.size()), Set.of());
            if (!here.equals(next)) {
                cuts.add(here.size() >= next.size() ? i : (i + 1) % ring.size());
            }
        }
        if (cuts.size() < 2) {
            int first = cuts.isEmpty()
                    ? ring.indexOf(Collections.min(ring, WAY))
                    : cuts.iterator().next();
            cuts.add(first);
            cuts.add(furthest(ring, ring.get(first)));
        }
        return List.copyOf(cuts);
    }

    private static int furthest(List<Point> ring, Point from) {
        Comparator<Point> far =
                Comparator.comparingDouble(point -> Math.hypot(point.x() - from.x(), point.y() - from.y()));
        return ring.indexOf(Collections.max(ring, far.thenComparing(WAY)));
    }

    /** A piece, worked on from the end that comes first by place, whichever way the ring runs. */
    private List<Point> oneWay(List<Point> piece) {
        boolean turned = WAY.compare(piece.getFirst(), piece.getLast()) > 0;
        List<Point> line = turned ? piece.reversed() : piece;
        Set<Integer> kept = new HashSet<>(Set.of(0, line.size() - 1));
        keep(line, 0, line.size() - 1, kept);
        List<Point> simple = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            if (kept.contains(i)) {
                simple.add(line.get(i));
            }
        }
        return turned ? simple.reversed() : simple;
    }

    private void keep(List<Point> line, int from, int to, Set<Integer> kept) {
        int worst = -1;
        double most = tolerance;
        for (int i = from + 1; i < to; i++) {
            double off = off(line.get(i), line.get(from), line.get(to));
            if (off > most) {
                most = off;
                worst = i;
            }
        }
        if (worst > 0) {
            kept.add(worst);
            keep(line, from, worst, kept);
            keep(line, worst, to, kept);
        }
    }

    /** How far a point lies off the straight way between two others. */
    static double off(Point point, Point one, Point other) {
        double dx = other.x() - one.x();
        double dy = other.y() - one.y();
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : ((point.x() - one.x()) * dx + (point.y() - one.y()) * dy) / square;
        double share = Math.min(1, Math.max(0, along));
        return Math.hypot(point.x() - one.x() - share * dx, point.y() - one.y() - share * dy);
    }
}
