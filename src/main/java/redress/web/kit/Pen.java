package redress.web.kit;

/** Writes the path of a stroke or shape, each place rounded to a tenth of a unit. */
final class Pen {

    private final StringBuilder path = new StringBuilder();

    /** Lifts the pen and sets it down there. */
    Pen move(double x, double y) {
        return to('M', x, y);
    }

    /** Draws a straight line. */
    Pen line(double x, double y) {
        return to('L', x, y);
    }

    /** Goes on with a line, or begins when nothing has been drawn. */
    Pen on(double x, double y) {
        return to(path.isEmpty() ? 'M' : 'L', x, y);
    }

    /** Draws a line bent towards a point. */
    Pen bend(double viaX, double viaY, double x, double y) {
        to('Q', viaX, viaY);
        path.append(' ').append(Drawing.at(x)).append(' ').append(Drawing.at(y));
        return this;
    }

    /** A box of its own. */
    Pen box(double x, double y, double width, double height) {
        to('M', x, y);
        path.append('h')
                .append(Drawing.at(width))
                .append('v')
                .append(Drawing.at(height))
                .append("h-")
                .append(Drawing.at(width))
                .append('z');
        return this;
    }

    /** A point, drawn by the round end of a stroke without length. */
    Pen point(double x, double y) {
        to('M', x, y);
        path.append("h0");
        return this;
    }

    /** Closes the shape. */
    Pen close() {
        path.append('z');
        return this;
    }

    /** Whether nothing has been drawn. */
    boolean blank() {
        return path.isEmpty();
    }

    /** The path. */
    String path() {
        return path.toString();
    }

    private Pen to(char how, double x, double y) {
        path.append(how).append(Drawing.at(x)).append(' ').append(Drawing.at(y));
        return this;
    }
}
