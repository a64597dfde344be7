package redress.web.kit;

import java.util.ArrayList;
import java.util.List;
import redress.web.kit.Drawing.Box;
import redress.web.kit.Drawing.Dot;
import redress.web.kit.Drawing.Shape;
import redress.web.kit.Drawing.Stroke;
import redress.web.kit.Drawing.Words;

/** Columns or lines over an axis of time, with a scale at the left that begins at zero. */
final class Standing {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 260;
    private static final int LEFT = 40;
    private static final int BOTTOM = 26;
    private static final int TOP = 10;
    private static final double WIDEST = 34;
    private static final int LABELS = 9;

    private final Chart chart;
    private final double end;
    private final double step;
    private final double place;

    Standing(Chart chart) {
        this.chart = chart;
        this.step = Drawing.step(chart.top());
        this.end = Math.ceil(chart.top() / step - 1e-9) * step;
        this.place = (WIDTH - LEFT) / (double) Math.max(1, chart.labels().size());
    }

    Drawing draw() {
        List<Shape> shapes = new ArrayList<>();
        for (double value = 0; value <= end + step / 2; value += step) {
            String line = "M" + LEFT + ' ' + Drawing.at(y(value)) + 'H' + WIDTH;
            shapes.add(new Stroke(line, "axis"));
            shapes.add(new Words(LEFT - 6, y(value) + 4, "end", "tick", Drawing.tick(value)));
        }
        int every = Math.max(1, (int) Math.ceil(chart.labels().size() / (double) LABELS));
        for (int i = 0; i < chart.labels().size(); i += every) {
            shapes.add(new Words(
                    middle(i),
                    HEIGHT - BOTTOM + 18,
                    "middle",
                    "tick",
                    chart.labels().get(i)));
        }
        for (int s = 0; s < chart.series().size(); s++) {
            if (chart.kind() == Chart.Kind.LINE) {
                line(shapes, s);
            } else {
                columns(shapes, s);
            }
        }
        return new Drawing(WIDTH, HEIGHT, shapes);
    }

    private void columns(List<Shape> shapes, int series) {
        int many = chart.series().size();
        double width = Drawing.share(place * 0.8, many, WIDEST);
        for (int i = 0; i < chart.labels().size(); i++) {
            Double value = chart.series().get(series).values().get(i);
            if (value != null && value > 0) {
                double x = middle(i) - width * many / 2 + width * series;
                shapes.add(new Box(x, y(value), width - 1, y(0) - y(value), Drawing.colour(series), hint(series, i)));
            }
        }
    }

    /** A gap in the values is a gap in the line. */
    private void line(List<Shape> shapes, int series) {
        StringBuilder path = new StringBuilder();
        List<Shape> dots = new ArrayList<>();
        boolean drawn = false;
        for (int i = 0; i < chart.labels().size(); i++) {
            Double value = chart.series().get(series).values().get(i);
            if (value != null) {
                path.append(drawn ? 'L' : 'M')
                        .append(Drawing.at(middle(i)))
                        .append(' ')
                        .append(Drawing.at(y(value)));
                dots.add(new Dot(middle(i), y(value), Drawing.colour(series), hint(series, i)));
            }
            drawn = value != null;
        }
        if (!dots.isEmpty()) {
            shapes.add(new Stroke(path.toString(), "line " + Drawing.colour(series)));
            shapes.addAll(dots);
        }
    }

    private String hint(int series, int label) {
        Chart.Series row = chart.series().get(series);
        return chart.labels().get(label) + ", " + row.name() + ": "
                + row.shown().get(label);
    }

    private double middle(int label) {
        return LEFT + place * (label + 0.5);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / end * (HEIGHT - BOTTOM - TOP);
    }
}
