package redress.web.kit;

/** Paths of marks that are told apart by their shape, around a middle. */
final class Marks {

    private Marks() {}

    static String diamond(double x, double y, double size) {
        return new Pen()
                .move(x, y - size)
                .line(x + size, y)
                .line(x, y + size)
                .line(x - size, y)
                .close()
                .path();
    }

    /** A triangle that points up. */
    static String up(double x, double y, double size) {
        return new Pen()
                .move(x, y - size)
                .line(x + size, y + size * 0.8)
                .line(x - size, y + size * 0.8)
                .close()
                .path();
    }

    /** A triangle that points down. */
    static String down(double x, double y, double size) {
        return new Pen()
                .move(x, y + size)
                .line(x + size, y - size * 0.8)
                .line(x - size, y - size * 0.8)
                .close()
                .path();
    }
}
