package redress.web.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import redress.web.kit.AreaMap.Area;
import redress.web.kit.Drawing.Box;
import redress.web.kit.Drawing.Shape;
import redress.web.kit.Drawing.Words;

/** Areas as tiles of one size, each near its place, with its number and as much of its name as fits. */
final class TileDrawing {

    private static final double GAP = 3;
    private static final double TALLEST = 62;
    private static final double SMALLEST = 26;
    private static final double SMALL_NAMED = 54;
    private static final double TINY = 11;

    private final AreaMap map;
    private final Breadth breadth;
    private final List<Shape> shapes = new ArrayList<>();

    TileDrawing(AreaMap map, Breadth breadth) {
        this.map = map;
        this.breadth = breadth;
    }

    Drawing draw() {
        List<Area> areas = map.areas().stream().filter(AreaMap::located).toList();
        Tiles tiles = new Tiles(areas.stream()
                .map(area -> Objects.requireNonNull(area.ground().middle()))
                .toList());
        double wide = Math.min(150, breadth.width() / (double) tiles.columns());
        double tall = wide < 40 ? SMALLEST : Math.max(SMALL_NAMED, Math.min(TALLEST, wide * 0.75));
        double indent = (breadth.width() - wide * tiles.columns()) / 2;
        for (int i = 0; i < areas.size(); i++) {
            tile(
                    areas.get(i),
                    new Box(indent + tiles.column(i) * wide, tiles.row(i) * tall, wide - GAP, tall - GAP, "", ""));
        }
        return new Drawing(breadth.width(), (int) Math.ceil(tiles.rows() * tall), shapes);
    }

    private void tile(Area area, Box place) {
        String hint = breadth.hint(area.name() + ": " + area.shown());
        shapes.add(new Box(place.x(), place.y(), place.width(), place.height(), map.shade(area), hint));
        String tone = map.dark(area) ? " light" : "";
        double middle = place.x() + place.width() / 2;
        double room = place.width() - 4;
        boolean tiny = room < 70;
        List<String> name = Lettering.wrap(area.name(), room, tiny ? TINY : Lettering.SMALL, 2);
        boolean named = place.height() > SMALLEST && !name.contains("");
        int lines = named ? name.size() : 0;
        double y = place.y() + place.height() / 2 + 4.5 + 7 * lines;
        for (int i = 0; i < lines; i++) {
            shapes.add(new Words(
                    middle, y - 14 * (lines - i), "middle", (tiny ? "place tiny" : "place") + tone, name.get(i)));
        }
        shapes.add(
                new Words(middle, y, "middle", "value" + tone, Lettering.fit(area.shown(), room + 2, Lettering.SIZE)));
    }
}
