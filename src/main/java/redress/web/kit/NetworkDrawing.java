package redress.web.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import redress.web.kit.Drawing.Dot;
import redress.web.kit.Drawing.Form;
import redress.web.kit.Drawing.Shape;
import redress.web.kit.Drawing.Stroke;
import redress.web.kit.Drawing.Words;
import redress.web.kit.NetworkLayout.Spot;
import redress.web.kit.NetworkPlot.Person;
import redress.web.kit.NetworkPlot.Tie;
import redress.web.kit.Outlines.Point;
import redress.web.kit.Placing.Side;

/** Crews at the back, ties over them, people with their numbers on top, names where there is room. */
final class NetworkDrawing {

    private static final double NODE = 11;
    private static final double EGO = 15;

    private final NetworkPlot plot;
    private final NetworkLayout layout;
    private final Breadth breadth;
    private final Map<String, Spot> spots;
    private final Map<String, Integer> order;
    private final Placing placing;
    private final List<Shape> shapes = new ArrayList<>();

    NetworkDrawing(NetworkPlot plot, NetworkLayout layout, Breadth breadth) {
        this.plot = plot;
        this.layout = layout;
        this.breadth = breadth;
        this.spots = layout.spots();
        this.order = plot.order();
        this.placing = new Placing(0, 0, breadth.width(), layout.height());
    }

    Drawing draw() {
        spots.values().forEach(spot -> placing.keep(spot.x(), spot.y(), NODE + 2));
        Map<String, List<Spot>> crews = crews();
        crews.values().forEach(this::outline);
        plot.ties().stream()
                .filter(tie -> spots.containsKey(tie.one()) && spots.containsKey(tie.other()))
                .sorted(Comparator.comparing(Tie::more).thenComparingLong(Tie::shared))
                .forEach(this::tie);
        spots.forEach(this::person);
        crews.forEach(this::crewName);
        spots.forEach(this::name);
        return new Drawing(breadth.width(), (int) layout.height(), shapes);
    }

    private Map<String, List<Spot>> crews() {
        Map<String, List<Spot>> crews = new TreeMap<>();
        spots.forEach((id, spot) -> {
            String crew = plot.person(id).crew();
            if (crew != null) {
                crews.computeIfAbsent(crew, name -> new ArrayList<>()).add(spot);
            }
        });
        return crews;
    }

    /**
     * A crew is a broad line from member to member, twice: the second, a little narrower, leaves an outline. Unlike a
     * hull it never takes in somebody who does not belong.
     */
    private void outline(List<Spot> members) {
        Pen pen = new Pen();
        List<Spot> inside = new ArrayList<>(List.of(members.getFirst()));
        List<Spot> outside = new ArrayList<>(members.subList(1, members.size()));
        pen.point(members.getFirst().x(), members.getFirst().y());
        while (!outside.isEmpty()) {
            Spot next = outside.getFirst();
            Spot from = inside.getFirst();
            for (Spot one : inside) {
                for (Spot other : outside) {
                    if (apart(one, other) < apart(from, next)) {
                        from = one;
                        next = other;
                    }
                }
            }
            pen.move(from.x(), from.y()).line(next.x(), next.y());
            inside.add(next);
            outside.remove(next);
        }
        shapes.add(new Stroke(pen.path(), "crew-edge"));
        shapes.add(new Stroke(pen.path(), "crew"));
    }

    private static double apart(Spot one, Spot other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }

    /** A tie that would run through the one in the middle bends around. */
    private void tie(Tie tie) {
        Spot one = Objects.requireNonNull(spots.get(tie.one()));
        Spot other = Objects.requireNonNull(spots.get(tie.other()));
        Point middle = new Point(breadth.width() / 2d, layout.height() / 2);
        double beside = Outlines.off(middle, new Point(one.x(), one.y()), new Point(other.x(), other.y()));
        Pen pen = new Pen().move(one.x(), one.y());
        if (!plot.middle() || touches(one, middle) || touches(other, middle) || beside > EGO + 6) {
            pen.line(other.x(), other.y());
        } else {
            double bend = 2 * (EGO + 18) / Math.max(1, apart(one, other));
            pen.bend(
                    (one.x() + other.x()) / 2 - (other.y() - one.y()) * bend,
                    (one.y() + other.y()) / 2 + (other.x() - one.x()) * bend,
                    other.x(),
                    other.y());
        }
        shapes.add(new Form(pen.path(), plot.classes(tie), breadth.hint(hint(tie))));
    }

    private static boolean touches(Spot spot, Point point) {
        return Math.hypot(spot.x() - point.x(), spot.y() - point.y()) < 1;
    }

    private String hint(Tie tie) {
        return plot.words()
                .t(
                        tie.more() ? "figure.network.hintMore" : "figure.network.hint",
                        plot.person(tie.one()).label(),
                        plot.person(tie.other()).label(),
                        tie.shared());
    }

    private void person(String id, Spot spot) {
        boolean ego = id.equals(plot.ego());
        Person person = plot.person(id);
        shapes.add(
                new Dot(spot.x(), spot.y(), ego ? EGO : NODE, ego ? "node ego" : "node", breadth.hint(person.label())));
        shapes.add(new Words(
                spot.x(), spot.y() + 4, "middle", ego ? "number ego" : "number", Integer.toString(number(id))));
    }

    private int number(String id) {
        return Objects.requireNonNull(order.get(id));
    }

    private void name(String id, Spot spot) {
        boolean ego = id.equals(plot.ego());
        double gap = ego ? EGO + 4 : NODE + 5;
        String label = Lettering.fit(plot.person(id).label(), breadth.of(150d, 92d), Lettering.SIZE);
        Words mark = new Words(spot.x(), spot.y(), "", ego ? "name" : "who", label);
        Words words = placing.beside(mark, gap, sides(spot));
        if (words != null) {
            shapes.add(words);
        }
    }

    /** Outwards first: up at the top, down at the foot, otherwise to the nearer side. */
    private List<Side> sides(Spot spot) {
        double dx = (spot.x() - breadth.width() / 2d) / breadth.width();
        double dy = (spot.y() - layout.height() / 2) / layout.height();
        Side beside = dx < -0.001 ? Side.LEFT : Side.RIGHT;
        Side other = beside == Side.LEFT ? Side.RIGHT : Side.LEFT;
        Side upright = dy < 0 ? Side.ABOVE : Side.BELOW;
        boolean steep = Math.abs(dy) > 2 * Math.abs(dx);
        return steep ? List.of(upright, beside, other) : List.of(beside, upright, other);
    }

    /** The name of a crew stands beside its outermost member. */
    private void crewName(String crew, List<Spot> members) {
        Spot outermost = members.stream()
                .max(Comparator.comparingDouble(spot -> Math.abs(spot.y() - layout.height() / 2)))
                .orElseThrow();
        String label = Lettering.fit(crew, breadth.of(150d, 92d), Lettering.SIZE);
        Words words = placing.beside(
                new Words(outermost.x(), outermost.y(), "", "crew-name", label), NODE + 11, sides(outermost));
        if (words != null) {
            shapes.add(words);
        }
    }
}
