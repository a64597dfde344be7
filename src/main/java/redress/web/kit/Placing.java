package redress.web.kit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redress.web.kit.Drawing.Words;

/** Finds free places for words beside marks, so that no two lie over each other; what finds none stays unwritten. */
final class Placing {

    private static final double UP = 10;
    private static final double DOWN = 4;

    /** A side of a mark. */
    enum Side {
        RIGHT,
        LEFT,
        ABOVE,
        BELOW
    }

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
     * Words beside a mark, on the first side that is free.
     *
     * @param mark the middle of the mark; its words and class names
     * @param gap how far from the middle the words begin
     * @param sides the sides in the order in which they are tried
     * @return the words at their place, or null when there is no room
     */
    @Nullable
    Words beside(Words mark, double gap, List<Side> sides) {
        double x = mark.x();
        double y = mark.y();
        double wide = wide(mark);
        Map<Side, Words> places = new EnumMap<>(Side.class);
        places.put(Side.RIGHT, at(mark, x + gap, y + DOWN, "start"));
        places.put(Side.LEFT, at(mark, x - gap, y + DOWN, "end"));
        places.put(Side.ABOVE, at(mark, inside(x, wide), y - gap - DOWN, "middle"));
        places.put(Side.BELOW, at(mark, inside(x, wide), y + gap + UP, "middle"));
        for (Side side : sides) {
            Words words = places.get(side);
            if (words != null && !words.text().isEmpty() && put(words, wide)) {
                return words;
            }
        }
        return null;
    }

    private static Words at(Words mark, double x, double y, String anchor) {
        return new Words(x, y, anchor, mark.classes(), mark.text());
    }

    /** Words in the middle of a place, or null when they would meet others. */
    @Nullable
    Words over(double x, double y, String classes, String text) {
        Words words = new Words(x, y, "middle", classes, text);
        return put(words, wide(words)) ? words : null;
    }

    /** Names are bold, and so are values. */
    private static double wide(Words words) {
        boolean bold = words.classes().startsWith("name") || words.classes().startsWith("value");
        return Lettering.width(words.text(), bold ? Lettering.BOLD : Lettering.SIZE);
    }

    /** The middle of words that shall not run over the edge. */
    private double inside(double x, double wide) {
        return Math.max(paper.left + wide / 2, Math.min(paper.right - wide / 2, x));
    }

    private boolean put(Words words, double wide) {
        double left = switch (words.anchor()) {
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
