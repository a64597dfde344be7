package redress.web.kit;

/**
 * How much room a picture has. Each figure is drawn for both, and the style sheet shows the one that fits: scaling one
 * picture down would make its words too small for a telephone.
 */
public enum Breadth {
    /** A pane of the desk, a sheet of paper. */
    BROAD(640, true),
    /** A telephone, a narrow pane. It has no hints: nobody points with a finger that hides the mark. */
    SLIM(320, false);

    private final int width;
    private final boolean hinted;

    Breadth(int width, boolean hinted) {
        this.width = width;
        this.hinted = hinted;
    }

    /** The width of a picture in its units; one unit is about one pixel. */
    public int width() {
        return width;
    }

    /** The class name by which the style sheet knows it. */
    public String classes() {
        return this == BROAD ? "broad" : "slim";
    }

    /** What is said when one points at a mark; nothing where nobody points. */
    String hint(String text) {
        return hinted ? text : "";
    }

    /** One of two measures. */
    <T> T of(T broad, T slim) {
        return this == BROAD ? broad : slim;
    }
}
