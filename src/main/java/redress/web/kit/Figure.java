package redress.web.kit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something counted that is told as a sentence first, a picture second and a table third. The table holds every number
 * that the picture shows by place or shade, so that nobody depends on seeing it, and colour is never the only sign.
 */
public interface Figure {

    /** The sentence that the figure says. */
    String title();

    /** What is counted, from where, up to when; or null. */
    @Nullable
    String note();

    /** How the picture is read, in one sentence. */
    String reading();

    /** What the picture shows, for those who hear it. */
    String description();

    /** What its marks mean; empty if they explain themselves. */
    List<Key> keys();

    /** The picture for so much room. */
    Drawing drawing(Breadth breadth);

    /** The same as tables. */
    List<Listing> tables();

    /** What stands instead of the picture when there is nothing to draw; null if there is. */
    @Nullable
    String nothing();

    /**
     * One mark and its meaning.
     *
     * @param sign the mark, drawn as in the picture
     * @param text what it means
     */
    record Key(Drawing sign, String text) {

        static final int WIDTH = 22;
        static final int HEIGHT = 14;

        static Key of(String text, Drawing.Shape... shapes) {
            return new Key(new Drawing(WIDTH, HEIGHT, List.of(shapes)), text);
        }
    }
}
