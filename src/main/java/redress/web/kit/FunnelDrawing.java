package redress.web.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import redress.web.kit.Drawing.Dot;
import redress.web.kit.Drawing.Form;
import redress.web.kit.Drawing.Shape;
import redress.web.kit.Drawing.Stroke;
import redress.web.kit.Drawing.Words;
import redress.web.kit.FunnelPlot.Band;
import redress.web.kit.FunnelPlot.Limit;
import redress.web.kit.FunnelPlot.Sign;
import redress.web.kit.FunnelPlot.Unit;
import redress.web.kit.Placing.Side;

/** The funnel: expected numbers to the right by their square root, ratios upwards, names where there is room. */
final class FunnelDrawing {

    /** So many of the others are marks of their own; the rest is a haze of small points. */
    static final int DISTINCT = 300;

    private static final double LEFT = 34;
    private static final double TOP = 24;
    /** Up to this ratio the upward scale is even; beyond it small ratios would be pressed flat. */
    private static final double EVEN = 6;

    private final FunnelPlot plot;
    private final Breadth breadth;
    private final double right;
    private final double foot;
    private final Scale across;
    private final Scale up;
    private final Numbers numbers;
    private final List<Shape> shapes = new ArrayList<>();

    FunnelDrawing(FunnelPlot plot, Breadth breadth) {
        this.plot = plot;
        this.breadth = breadth;
        this.right = breadth.width() - 8;
        this.foot = breadth.of(320, 270);
        this.across = axis(plot.units(), LEFT, right);
        double top = top();
        this.up = top > EVEN ? Scale.root(0, top, foot, TOP) : Scale.even(0, top, foot, TOP);
        this.numbers = new Numbers(plot.words().locale());
    }

    /** The axis of expected numbers; it begins at zero unless all units are of nearly one size. */
    static Scale axis(List<Unit> units, double from, double to) {
        double low = Math.sqrt(units.stream()
                .mapToDouble(Unit::expected)
                .filter(value -> value > 0)
                .min()
                .orElse(0));
        double high = Math.sqrt(units.stream().mapToDouble(Unit::expected).max().orElse(1));
        double start = low < high / 2 ? 0 : Math.max(0, low - Math.max(high - low, high * 0.05));
        double end = high + Math.max((high - start) * 0.04, high * 0.01);
        return Scale.root(start * start, end * end, from, to);
    }

    /** The largest ratio drawn: what has a name, and the funnel where half of the units lie. */
    private double top() {
        double named = plot.named().stream()
                .mapToDouble(Unit::ratio)
                .filter(ratio -> !Double.isNaN(ratio))
                .max()
                .orElse(0);
        double[] expected = plot.units().stream()
                .mapToDouble(Unit::expected)
                .filter(value -> value > 0)
                .sorted()
                .toArray();
        double middle = expected.length == 0 ? 1 : expected[expected.length / 2];
        double limit = plot.bands().stream()
                .flatMap(band -> band.limits().stream())
                .filter(each -> each.expected() >= middle)
                .mapToDouble(Limit::high)
                .max()
                .orElse(0);
        return Math.max(2, Math.max(named, limit) * 1.12);
    }

    Drawing draw() {
        List<List<Limit>> bands =
                plot.bands().stream().map(FunnelDrawing::narrowing).toList();
        for (int i = bands.size() - 1; i >= 0; i--) {
            area(bands.get(i), "band" + i);
        }
        axes();
        for (int i = bands.size() - 1; i >= 0; i--) {
            edges(bands.get(i), "limit" + i);
        }
        others();
        named();
        return new Drawing(breadth.width(), (int) foot + 44, shapes);
    }

    private void axes() {
        for (double value : up.rounds(34)) {
            shapes.add(new Stroke(
                    new Pen().move(LEFT, up.at(value)).line(right, up.at(value)).path(), "axis"));
            shapes.add(new Words(LEFT - 5, up.at(value) + 4, "end", "tick", numbers.tick(value)));
        }
        shapes.add(
                new Stroke(new Pen().move(LEFT, up.at(1)).line(right, up.at(1)).path(), "even"));
        for (double value : across.rounds(34)) {
            shapes.add(new Words(across.at(value), foot + 17, "middle", "tick", numbers.tick(value)));
            shapes.add(new Stroke(
                    new Pen()
                            .move(across.at(value), foot)
                            .line(across.at(value), foot + 4)
                            .path(),
                    "edge"));
        }
        double room = right - LEFT;
        shapes.add(new Words(
                0, 12, "start", "tick", Lettering.fit(plot.words().t("figure.funnel.up"), room, Lettering.SMALL)));
        shapes.add(new Words(
                right,
                foot + 36,
                "end",
                "tick",
                Lettering.fit(plot.words().t("figure.funnel.across"), room, Lettering.SMALL)));
    }

    private void area(List<Limit> limits, String classes) {
        Pen pen = new Pen();
        if (!limits.isEmpty()) {
            pen.on(LEFT, up.at(limits.getFirst().low()))
                    .on(LEFT, up.at(limits.getFirst().high()));
        }
        limits.forEach(each -> pen.on(across.at(each.expected()), up.at(each.high())));
        limits.reversed().forEach(each -> pen.on(across.at(each.expected()), up.at(each.low())));
        if (!pen.blank()) {
            shapes.add(new Form(pen.close().path(), classes, ""));
        }
    }

    /**
     * Limits of whole numbers go up and down in teeth, and begin with none at all; drawn is what encloses them, which
     * only ever narrows to the right.
     */
    private static List<Limit> narrowing(Band band) {
        List<Limit> narrow = new ArrayList<>();
        double high = 0;
        double low = Double.MAX_VALUE;
        for (Limit each : band.limits().reversed()) {
            high = Math.max(high, each.high());
            low = Math.min(low, each.low());
            narrow.add(new Limit(each.expected(), low, high));
        }
        return narrow.reversed();
    }

    private void edges(List<Limit> limits, String classes) {
        Pen pen = new Pen();
        for (int i = 0; i < limits.size(); i++) {
            Limit each = limits.get(i);
            if (each.high() <= up.high()) {
                if (pen.blank() && i > 0) {
                    enter(pen, limits.get(i - 1), each);
                }
                pen.on(across.at(each.expected()), up.at(each.high()));
            }
        }
        for (int i = 0; i < limits.size(); i++) {
            double x = across.at(limits.get(i).expected());
            double y = up.at(limits.get(i).low());
            if (i == 0) {
                pen.move(x, y);
            } else {
                pen.line(x, y);
            }
        }
        shapes.add(new Stroke(pen.path(), classes));
    }

    /** Where a limit comes down into the picture from above. */
    private void enter(Pen pen, Limit above, Limit inside) {
        double share = (above.high() - up.high()) / (above.high() - inside.high());
        pen.on(across.at(above.expected() + share * (inside.expected() - above.expected())), up.at(up.high()));
    }

    private void others() {
        List<Unit> others = plot.units().stream()
                .filter(unit -> unit.sign() == Sign.OTHER && unit.expected() > 0)
                .sorted(Comparator.comparingDouble(FunnelPlot::distance).reversed())
                .toList();
        Set<String> haze = new LinkedHashSet<>();
        others.stream()
                .skip(DISTINCT)
                .forEach(unit -> haze.add(new Pen().point(x(unit), y(unit)).path()));
        if (!haze.isEmpty()) {
            shapes.add(new Stroke(String.join("", haze), "haze"));
        }
        others.stream().limit(DISTINCT).forEach(unit -> {
            String hint = breadth.hint(plot.hint(unit));
            boolean beyond = unit.ratio() > up.high();
            shapes.add(
                    beyond
                            ? new Form(Marks.up(x(unit), TOP + 4, 4), "other", hint)
                            : new Dot(x(unit), y(unit), breadth.of(3.5, 3d), "other", hint));
        });
    }

    /** The named lie on top, the scope last, and its name is written first. */
    private void named() {
        List<Unit> named =
                plot.named().stream().filter(unit -> unit.expected() > 0).toList();
        Placing placing = new Placing(LEFT + 2, TOP - 8, right, foot);
        named.forEach(unit -> placing.keep(x(unit), y(unit), 6));
        named.reversed().forEach(this::mark);
        named.stream().limit(breadth.of(7, 4)).forEach(unit -> name(unit, placing));
    }

    private void mark(Unit unit) {
        String hint = breadth.hint(plot.hint(unit));
        if (unit.sign().scope()) {
            shapes.add(new Form(Marks.diamond(x(unit), y(unit), 8), "scope", hint));
            return;
        }
        String path = unit.ratio() >= 1 ? Marks.up(x(unit), y(unit), 6) : Marks.down(x(unit), y(unit), 6);
        shapes.add(new Form(path, "flagged", hint));
    }

    /** The scope says its numbers too, where they fit. */
    private void name(Unit unit, Placing placing) {
        String text = unit.sign().scope() ? plot.hint(unit) : unit.name();
        if (Lettering.width(text, Lettering.BOLD) > room()) {
            text = Lettering.fit(unit.name(), room(), Lettering.BOLD);
        }
        List<Side> sides = x(unit) > (LEFT + right) / 2
                ? List.of(Side.LEFT, Side.RIGHT, Side.ABOVE, Side.BELOW)
                : List.of(Side.RIGHT, Side.LEFT, Side.ABOVE, Side.BELOW);
        Words words = placing.beside(new Words(x(unit), y(unit), "", "name", text), 11, sides);
        if (words != null) {
            shapes.add(words);
        }
    }

    private double room() {
        return (right - LEFT) * breadth.of(0.5, 0.62);
    }

    private double x(Unit unit) {
        return across.at(unit.expected());
    }

    private double y(Unit unit) {
        return up.at(unit.ratio());
    }
}
