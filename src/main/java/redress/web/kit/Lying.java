package redress.web.kit;

import java.util.ArrayList;
import java.util.List;
import redress.web.kit.Drawing.Box;
import redress.web.kit.Drawing.Shape;
import redress.web.kit.Drawing.Words;

/** Lying bars: the label above, its bars below it, the value at the end of each bar. */
final class Lying {

    private static final int WIDTH = 480;
    private static final int LABEL = 20;
    private static final int BAR = 16;
    private static final int GAP = 10;
    private static final int ROOM_FOR_VALUE = 64;

    private final Chart chart;
    private final double scale;

    Lying(Chart chart) {
        this.chart = chart;
        this.scale = (WIDTH - ROOM_FOR_VALUE) / chart.top();
    }

    Drawing draw() {
        List<Shape> shapes = new ArrayList<>();
        double y = 4;
        for (int i = 0; i < chart.labels().size(); i++) {
            shapes.add(
                    new Words(0, y + LABEL - 6, "start", "label", chart.labels().get(i)));
            y += LABEL;
            for (int s = 0; s < chart.series().size(); s++) {
                bar(shapes, i, s, y);
                y += BAR + 2;
            }
            y += GAP;
        }
        return new Drawing(WIDTH, (int) Math.ceil(y), shapes);
    }

    private void bar(List<Shape> shapes, int label, int series, double y) {
        Chart.Series row = chart.series().get(series);
        Double value = row.values().get(label);
        String shown = row.shown().get(label);
        double length = value == null ? 0 : Math.max(value * scale, value > 0 ? 1 : 0);
        if (length > 0) {
            String hint = chart.labels().get(label) + ", " + row.name() + ": " + shown;
            shapes.add(new Box(0, y, length, BAR, Drawing.colour(series), hint));
        }
        shapes.add(new Words(length + 6, y + BAR - 3, "start", "tick", shown));
    }
}
