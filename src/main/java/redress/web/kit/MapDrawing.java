package redress.web.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import redress.web.kit.AreaMap.Area;
import redress.web.kit.AreaMap.Place;
import redress.web.kit.Drawing.Box;
import redress.web.kit.Drawing.Form;
import redress.web.kit.Drawing.Shape;
import redress.web.kit.Drawing.Words;
import redress.web.kit.Outlines.Point;

/**
 * A map in the equirectangular projection, with degrees of longitude as long as they are in the middle of the map: true
 * enough for a country, and it can be checked by hand.
 */
final class MapDrawing {

    private static final double EDGE = 6;
    /** How far a border may move, in units: less than a stroke is wide. */
    private static final double TOLERANCE = 0.8;

    private static final double POINT = 11;

    private final AreaMap map;
    private final Breadth breadth;
    private final double west;
    private final double north;
    private final double squeeze;
    private final double scale;
    private final double height;
    private final double indent;
    private final List<Shape> shapes = new ArrayList<>();

    MapDrawing(AreaMap map, Breadth breadth) {
        this.map = map;
        this.breadth = breadth;
        List<Place> places = map.areas().stream().flatMap(MapDrawing::places).toList();
        this.west = places.stream().mapToDouble(Place::longitude).min().orElse(0);
        double east = places.stream().mapToDouble(Place::longitude).max().orElse(1);
        this.north = places.stream().mapToDouble(Place::latitude).max().orElse(1);
        double south = places.stream().mapToDouble(Place::latitude).min().orElse(0);
        this.squeeze = Math.max(0.01, Math.cos(Math.toRadians((north + south) / 2)));
        double across = Math.max(1e-9, (east - west) * squeeze);
        double down = Math.max(1e-9, north - south);
        this.scale = Math.min((breadth.width() - 2 * EDGE) / across, (breadth.of(460, 380) - 2 * EDGE) / down);
        this.height = down * scale + 2 * EDGE;
        this.indent = (breadth.width() - across * scale) / 2;
    }

    private static Stream<Place> places(Area area) {
        Place middle = area.ground().middle();
        return area.ground().rings().isEmpty()
                ? Stream.ofNullable(middle)
                : area.ground().rings().stream().flatMap(List::stream);
    }

    /** An area in the drawing. */
    private record Land(Area area, List<List<Point>> rings, Inside inside) {}

    Drawing draw() {
        List<Land> lands = lands();
        lands.stream()
                .sorted(Comparator.comparing(land -> land.area().value() == null))
                .forEach(this::area);
        Placing placing = new Placing(0, 0, breadth.width(), height);
        lands.stream()
                .sorted(Comparator.comparingDouble(land -> -land.inside().room()))
                .forEach(land -> label(land.area(), land.inside(), placing));
        return new Drawing(breadth.width(), (int) Math.ceil(height), shapes);
    }

    /** Every area that has a place, its borders simplified together with those of all others. */
    private List<Land> lands() {
        List<Area> areas = map.areas().stream().filter(AreaMap::located).toList();
        List<List<List<Point>>> full = areas.stream()
                .map(area -> area.ground().rings().stream()
                        .map(ring -> ring.stream().map(this::point).toList())
                        .toList())
                .toList();
        Outlines outlines = new Outlines(full.stream().flatMap(List::stream).toList(), TOLERANCE);
        List<Land> lands = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            List<List<Point>> rings = full.get(i).stream().map(outlines::simple).toList();
            lands.add(new Land(areas.get(i), rings, rings.isEmpty() ? beside(areas.get(i)) : Inside.of(rings)));
        }
        return lands;
    }

    private Point point(Place place) {
        return new Point(
                indent + (place.longitude() - west) * squeeze * scale, EDGE + (north - place.latitude()) * scale);
    }

    /** Areas whose number may not be shown lie on top: their border is what says so. */
    private void area(Land land) {
        Area area = land.area();
        List<List<Point>> rings = land.rings();
        String hint = breadth.hint(area.name() + ": " + area.shown());
        if (rings.isEmpty()) {
            Point point = point(Objects.requireNonNull(area.ground().middle()));
            shapes.add(new Box(point.x() - POINT, point.y() - POINT, 2 * POINT, 2 * POINT, map.shade(area), hint));
            return;
        }
        Pen pen = new Pen();
        for (List<Point> ring : rings) {
            for (int i = 0; i < ring.size(); i++) {
                if (i == 0) {
                    pen.move(ring.get(i).x(), ring.get(i).y());
                } else {
                    pen.line(ring.get(i).x(), ring.get(i).y());
                }
            }
            pen.close();
        }
        shapes.add(new Form(pen.path(), map.shade(area), hint));
    }

    /** The number, and the name over it if it fits; neither runs over another. Areas with most room come first. */
    private void label(Area area, Inside inside, Placing placing) {
        String tone = map.dark(area) ? " light" : "";
        boolean wide = Lettering.width(area.shown(), Lettering.BOLD) > inside.room() * 2 + 4;
        if (area.value() == null && wide) {
            return;
        }
        List<String> name = name(area, inside);
        double y = inside.y() + 4 + 7 * name.size();
        Words number = placing.over(inside.x(), y, "value" + tone, area.shown());
        if (number == null) {
            return;
        }
        shapes.add(number);
        for (int i = 0; i < name.size(); i++) {
            shapes.add(new Words(inside.x(), y - 14.5 * (name.size() - i), "middle", "place" + tone, name.get(i)));
        }
    }

    /** The lines of a name; none if it does not fit whole. */
    private static List<String> name(Area area, Inside inside) {
        List<String> name = Lettering.wrap(area.name(), inside.room() * 2 - 4, Lettering.SMALL, 2);
        boolean whole = name.stream().noneMatch(line -> line.isEmpty() || line.endsWith("…"));
        return whole && inside.room() > 7.5 * (name.size() + 1) ? name : List.of();
    }

    private Inside beside(Area area) {
        Point point = point(Objects.requireNonNull(area.ground().middle()));
        return new Inside(point.x(), point.y(), POINT);
    }
}
