package redress.web.kit;

import java.util.ArrayList;
import java.util.List;
import redress.web.kit.Drawing.Box;
import redress.web.kit.Drawing.Form;
import redress.web.kit.Drawing.Shape;

/** Bars over time. Few of them are boxes with a hint each; many become one path, which is a tenth of the bytes. */
final class Bars {

    private static final int HINTED = 120;

    private final TimeAxis time;
    private final Scale up;
    private final Breadth breadth;
    private final List<Shape> shapes = new ArrayList<>();
    private final Pen pen = new Pen();
    private final Pen marked = new Pen();

    Bars(TimeAxis time, Scale up, Breadth breadth) {
        this.time = time;
        this.up = up;
        this.breadth = breadth;
    }

    /** One bar from the line of zero; what is counted but zero leaves a flat trace. */
    void add(int i, double value, boolean mark, String hint) {
        double foot = up.at(0);
        double tall = value == 0 ? 1 : Math.max(1, Math.abs(foot - up.at(value)));
        double top = value < 0 ? foot : foot - tall;
        double x = time.middle(i) - time.bar() / 2;
        String said = time.many() > HINTED ? "" : breadth.hint(hint);
        if (said.isEmpty()) {
            (mark ? marked : pen).box(x, top, time.bar(), tall);
        } else {
            shapes.add(new Box(x, top, time.bar(), tall, mark ? "bar marked" : "bar", said));
        }
    }

    List<Shape> shapes() {
        List<Shape> all = new ArrayList<>(shapes);
        if (!pen.blank()) {
            all.add(new Form(pen.path(), "bar", ""));
        }
        if (!marked.blank()) {
            all.add(new Form(marked.path(), "bar marked", ""));
        }
        return all;
    }
}
