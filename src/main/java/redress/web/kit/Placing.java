package redress.web.kit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.web.kit.Drawing.Words;

/** Finds free places for words beside marks, so that no two lie over each other; what finds none stays unwritten. */
final class Placing {

    private static final double UP = 10;
    private static final double DOWN = 4;

    private record Spot(double left, double top, double right, double bottom) {
        boolean meets(Spot other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private final Spot paper;
    private final List<Spot> taken = new ArrayList<>();

    Placing(double left, double top, double right, double bottom) {
        this.paper = new Spot(left, top, right, bottom);
    }

    /** Keeps the room around a mark free. */
    void keep(double x, double y, double radius) {
        taken.add(new Spot(x - radius, y - radius, x + radius, y + radius));
    }

    /**
     * Words beside a mark: right or left of it, as asked first, otherwise above or below.
     *
     * @return the words at their place, or null when there is no room
     */
    @Nullable Words beside(double x, double y, double gap, String text, boolean leftFirst) {
        double wide = Lettering.width(text, Lettering.SIZE);
        Words right = new Words(x + gap, y + DOWN, "start", "name", text);
        Words left = new Words(x - gap, y + DOWN, "end", "name", text);
        Words above = new Words(inside(x, wide), y - gap - DOWN, "middle", "name", text);
        Words below = new Words(inside(x, wide), y + gap + UP, "middle", "name", text);
        for (Words words : leftFirst ? List.of(left, right, above, below) : List.of(right, left, above, below)) {
            if (put(words, wide)) {
                return words;
            }
        }
        return null;
    }

    /** Words in the middle of a place, or null when they would meet others. */
    @Nullable Words over(double x, double y, String classes, String text) {
        Words words = new Words(x, y, "middle", classes, text);
        return put(words, Lettering.width(text, Lettering.SIZE)) ? words : null;
    }

    /** The middle of words that shall not run over the edge. */
    private double inside(double x, double wide) {
        return Math.max(paper.left + wide / 2, Math.min(paper.right - wide / 2, x));
    }

    private boolean put(Words words, double wide) {
        double left =
                switch (words.anchor()) {
                    case "start" -> words.x();
                    case "end" -> words.x() - wide;
                    default -> words.x() - wide / 2;
                };
        Spot spot = new Spot(left, words.y() - UP, left + wide, words.y() + DOWN);
        boolean onPaper = spot.left >= paper.left
                && spot.right <= paper.right
                && spot.top >= paper.top
                && spot.bottom <= paper.bottom;
        if (!onPaper || taken.stream().anyMatch(spot::meets)) {
            return false;
        }
        taken.add(spot);
        return true;
    }
}
