package redress.web.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.web.kit.Drawing.Box;
import redress.web.kit.Listing.Entry;

/**
 * Counts by area. Areas with outlines make a map; where none has one, each area is a tile near its place. Shades have
 * at most five classes, and each area carries its number wherever it has room.
 *
 * @param title the sentence that the figure says
 * @param note what is counted, from where, up to when; or null
 * @param areas the areas
 * @param words the reader's language
 */
public record AreaMap(String title, @Nullable String note, List<Area> areas, Wording words) implements Figure {

    /**
     * One area.
     *
     * @param name its name
     * @param value its number; null where it may not be shown
     * @param shown the same as people here write it; for null the sign that says why
     * @param ground where it lies
     * @param href where its name leads, or null
     */
    public record Area(
            String name,
            @Nullable Double value,
            String shown,
            Ground ground,
            @Nullable String href) {
        /** Checks that the number is one. */
        public Area {
            if (value != null && !Double.isFinite(value)) {
                throw new IllegalArgumentException("An area has a number or none");
            }
        }
    }

    /**
     * Where an area lies.
     *
     * @param rings its outline as rings, islands and holes alike; empty if nobody has drawn it
     * @param middle its middle, for when there is no outline; null if unknown
     */
    public record Ground(List<List<Place>> rings, @Nullable Place middle) {

        /** Keeps its own lists. */
        public Ground {
            rings = rings.stream().map(List::copyOf).toList();
        }

        /** An area of which only the middle is known, or not even that. */
        public static Ground at(@Nullable Place middle) {
            return new Ground(List.of(), middle);
        }
    }

    /**
     * A place on the earth, in degrees (WGS 84).
     *
     * @param longitude east of Greenwich
     * @param latitude north of the equator
     */
    public record Place(double longitude, double latitude) {}

    /** Keeps its own list. */
    public AreaMap {
        areas = List.copyOf(areas);
    }

    @Override
    public String reading() {
        return words.t(outlined() ? "figure.areas.reading" : "figure.areas.readingTiles");
    }

    @Override
    public String description() {
        return areas.stream()
                .filter(area -> area.value() != null)
                .max(Comparator.comparingDouble(AreaMap::number))
                .map(area -> words.t("figure.areas.most", area.name(), area.shown()))
                .orElse("");
    }

    @Override
    public List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        for (Shades.Step step : shades().steps()) {
            keys.add(Key.of(
                    step.range(new Numbers(words.locale())), new Box(1, 1, 20, 12, "area " + step.classes(), "")));
        }
        if (areas.stream().anyMatch(area -> area.value() == null)) {
            keys.add(Key.of(words.t("figure.areas.hidden"), new Box(1, 1, 20, 12, "area hidden", "")));
        }
        return keys;
    }

    @Override
    public Drawing drawing(Breadth breadth) {
        return outlined() ? new MapDrawing(this, breadth).draw() : new TileDrawing(this, breadth).draw();
    }

    /** All areas, the largest number first, those that may not be shown last. */
    @Override
    public List<Listing> tables() {
        List<List<Entry>> rows = areas.stream()
                .sorted(Comparator.comparing((Area area) -> area.value() == null)
                        .thenComparing(
                                Comparator.comparingDouble(AreaMap::number).reversed())
                        .thenComparing(Area::name))
                .map(area -> List.of(Entry.of(area.name(), area.href()), Entry.number(area.shown())))
                .toList();
        long lost = areas.stream().filter(area -> !located(area)).count();
        return List.of(new Listing(
                title,
                Listing.head(1, words.t("figure.areas.area"), words.t("figure.areas.count")),
                rows,
                lost == 0 ? null : words.t("figure.areas.lost", lost)));
    }

    @Override
    public @Nullable String nothing() {
        return areas.stream().noneMatch(AreaMap::located) ? words.t("figure.areas.nothing") : null;
    }

    Shades shades() {
        return new Shades(areas.stream()
                .filter(area -> area.value() != null)
                .map(AreaMap::number)
                .toList());
    }

    /** The class name of an area's shade. */
    String shade(Area area) {
        return "area " + (area.value() == null ? "hidden" : shades().of(number(area)));
    }

    /** Whether words on an area have to be light. */
    boolean dark(Area area) {
        return shade(area).endsWith("k4") || shade(area).endsWith("k5");
    }

    static boolean located(Area area) {
        return !area.ground().rings().isEmpty() || area.ground().middle() != null;
    }

    private boolean outlined() {
        return areas.stream().anyMatch(area -> !area.ground().rings().isEmpty());
    }

    private static double number(Area area) {
        Double value = area.value();
        return value == null ? Double.NEGATIVE_INFINITY : value;
    }
}
