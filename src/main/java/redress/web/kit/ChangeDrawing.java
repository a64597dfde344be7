package redress.web.kit;

import java.util.ArrayList;
import java.util.List;
import redress.web.kit.ChangeChart.Month;
import redress.web.kit.Drawing.Form;
import redress.web.kit.Drawing.Shape;
import redress.web.kit.Drawing.Stroke;
import redress.web.kit.Drawing.Words;

/** Two panels over one axis of time: counts above, the cumulative sum below; alarms run through both. */
final class ChangeDrawing {

    private static final double LEFT = 42;
    private static final double TOP = 26;
    private static final double UPPER = 132;
    private static final double LOWER = 92;
    private static final double BETWEEN = 34;

    private final ChangeChart chart;
    private final Breadth breadth;
    private final TimeAxis time;
    private final Scale counts;
    private final Scale sums;
    private final double foot = TOP + UPPER + BETWEEN + LOWER;
    private final Numbers numbers;
    private final List<Shape> shapes = new ArrayList<>();

    ChangeDrawing(ChangeChart chart, Breadth breadth) {
        this.chart = chart;
        this.breadth = breadth;
        List<Month> months = chart.months();
        this.time = new TimeAxis(chart.first(), months.size(), true, LEFT, breadth.width() - 4);
        double most = months.stream()
                .mapToDouble(month -> Math.max(month.count(), month.expected()))
                .max()
                .orElse(0);
        this.counts = Scale.counts(0, most, TOP + UPPER, TOP);
        double low = months.stream().mapToDouble(Month::sum).min().orElse(0);
        double high = months.stream().mapToDouble(Month::sum).max().orElse(0);
        this.sums = Scale.even(
                Math.min(Math.min(0, low), chart.limit().threshold()),
                Math.max(Math.max(0, high), chart.limit().threshold()) * 1.15,
                foot,
                foot - LOWER);
        this.numbers = new Numbers(chart.words().locale());
    }

    Drawing draw() {
        grid();
        Bars bars = new Bars(time, counts, breadth);
        for (int i = 0; i < chart.months().size(); i++) {
            Month month = chart.months().get(i);
            bars.add(i, month.count(), month.alarm(), chart.hint(i));
        }
        guides();
        shapes.addAll(bars.shapes());
        expected();
        sum();
        alarms();
        shapes.addAll(time.labels(foot, numbers));
        return new Drawing(breadth.width(), (int) foot + time.depth(), shapes);
    }

    private void grid() {
        for (double value : counts.steps()) {
            across(counts.at(value), "axis");
            shapes.add(new Words(LEFT - 6, counts.at(value) + 4, "end", "tick", numbers.tick(value)));
        }
        across(sums.at(0), "edge");
        double threshold = chart.limit().threshold();
        across(sums.at(threshold), "threshold");
        shapes.add(new Words(LEFT - 6, sums.at(0) + 4, "end", "tick", numbers.tick(0)));
        if (Math.abs(sums.at(threshold) - sums.at(0)) > 12) {
            shapes.add(new Words(LEFT - 6, sums.at(threshold) + 4, "end", "tick", numbers.tick(threshold)));
        }
        panel(12, "figure.change.count");
        panel(TOP + UPPER + 22, "figure.change.sum");
    }

    private void panel(double y, String key) {
        shapes.add(new Words(
                0, y, "start", "tick", Lettering.fit(chart.words().t(key), breadth.width() - 4, Lettering.SMALL)));
    }

    private void across(double y, String classes) {
        shapes.add(new Stroke(new Pen().move(LEFT, y).line(breadth.width(), y).path(), classes));
    }

    /** What was expected, as steps: it holds for the whole month. */
    private void expected() {
        Pen pen = new Pen();
        for (int i = 0; i < chart.months().size(); i++) {
            double y = counts.at(chart.months().get(i).expected());
            pen.on(time.start(i), y).line(time.start(i + 1), y);
        }
        shapes.add(new Stroke(pen.path(), "expected"));
    }

    private void sum() {
        Pen pen = new Pen().move(time.start(0), sums.at(0));
        for (int i = 0; i < chart.months().size(); i++) {
            pen.line(time.middle(i), sums.at(chart.months().get(i).sum()));
        }
        shapes.add(new Stroke(pen.path(), "path"));
    }

    /** A line through both panels where a run of alarms begins. */
    private void guides() {
        for (int i : begins()) {
            shapes.add(new Stroke(
                    new Pen()
                            .move(time.middle(i), TOP)
                            .line(time.middle(i), foot)
                            .path(),
                    "guide"));
        }
    }

    private List<Integer> begins() {
        List<Integer> alarms = chart.alarms();
        return alarms.stream().filter(i -> !alarms.contains(i - 1)).toList();
    }

    private void alarms() {
        for (int i : chart.alarms()) {
            double size = Math.min(6, Math.max(3, time.place() / 2));
            double y = sums.at(chart.months().get(i).sum());
            String hint = chart.words().t("figure.change.alarm") + ": " + chart.shown(i);
            shapes.add(new Form(Marks.up(time.middle(i), y, size), "alarm", breadth.hint(hint)));
        }
        Placing placing = new Placing(breadth.width() / 4d, 0, breadth.width(), TOP);
        for (int i : begins()) {
            double wide = Lettering.width(chart.shown(i), Lettering.SIZE);
            double x = Math.max(breadth.width() / 4d + wide / 2, Math.min(breadth.width() - wide / 2, time.middle(i)));
            Words words = placing.over(x, TOP - 8, "name", chart.shown(i));
            if (words != null) {
                shapes.add(words);
            }
        }
    }
}
