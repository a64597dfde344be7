package redress.web.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redress.web.kit.AreaMap.Area;
import redress.web.kit.AreaMap.Ground;
import redress.web.kit.AreaMap.Place;
import redress.web.kit.Drawing.Box;
import redress.web.kit.Drawing.Form;
import redress.web.kit.Outlines.Point;

class AreaMapTest {

    @Test
    void a_degree_of_longitude_is_as_long_as_in_the_middle_of_the_map() {
        AreaMap map = FigureExamples.map(List.of(square("North", 20, 59.5, 3d)));
        Form form = forms(map.drawing(Breadth.BROAD)).getFirst();
        List<double[]> corners = FigureExamples.places(form.path());
        double wide = corners.stream().mapToDouble(place -> place[0]).max().orElseThrow()
                - corners.stream().mapToDouble(place -> place[0]).min().orElseThrow();
        double tall = corners.stream().mapToDouble(place -> place[1]).max().orElseThrow()
                - corners.stream().mapToDouble(place -> place[1]).min().orElseThrow();
        assertThat(wide / tall).isCloseTo(Math.cos(Math.toRadians(60)), within(0.01));
    }

    @Test
    void numbers_fall_into_five_classes_at_most_and_equal_ones_are_never_parted() {
        Shades shades = new Shades(List.of(0d, 0d, 1d, 1d, 1d, 1d, 2d, 3d, 5d, 8d, 90d, 1e9));
        assertThat(shades.steps()).hasSizeLessThanOrEqualTo(5);
        assertThat(shades.of(0)).isEqualTo("k0");
        assertThat(shades.of(1)).isEqualTo("k1");
        assertThat(shades.of(1e9)).isEqualTo("k5");
        assertThat(new Shades(List.of()).steps()).isEmpty();
        assertThat(new Shades(List.of(7d, 7d)).steps()).hasSize(1);
        assertThat(new Shades(List.of(-5d, -0.5, 0d, 4d, 9d, 20d))
                        .steps()
                        .getFirst()
                        .low())
                .isEqualTo(-5);
    }

    @Test
    void an_area_carries_its_number_and_one_that_may_not_be_shown_its_dashes() {
        Document html = FigureExamples.html(FigureExamples.map());
        assertThat(html.select("svg.broad path.hidden")).hasSize(1);
        assertThat(html.select("svg.broad text.value").eachText()).contains("88", "41", "0", "fewer than 5");
        assertThat(html.select("svg.broad text.place").eachText()).contains("Upper Valley", "Lakeside");
        assertThat(html.select("svg.broad desc").text()).isEqualTo("The largest number: Greater Harbour Region, 88");
        assertThat(html.select(".legend li").eachText()).startsWith("0").endsWith("not shown");
    }

    @Test
    void the_table_begins_with_the_largest_number() {
        List<String> rows =
                FigureExamples.html(FigureExamples.map()).select("tbody tr").eachText();
        assertThat(rows)
                .hasSize(12)
                .startsWith("Greater Harbour Region 88", "Upper Valley 41")
                .endsWith("Eastern Plains fewer than 5");
    }

    @Test
    void a_border_that_two_areas_share_is_simplified_once_for_both() {
        List<Point> shared = IntStream.rangeClosed(0, 200)
                .mapToObj(i -> new Point(100 + Math.sin(i / 7d) * 9, i))
                .toList();
        List<Point> west = new ArrayList<>(shared);
        west.addAll(List.of(new Point(0, 200), new Point(0, 0)));
        List<Point> east = new ArrayList<>(shared.reversed());
        east.addAll(List.of(new Point(200, 0), new Point(200, 200)));
        Outlines outlines = new Outlines(List.of(west, east), 0.8);
        Set<Point> one = new HashSet<>(outlines.simple(west));
        Set<Point> other = new HashSet<>(outlines.simple(east));
        one.retainAll(shared);
        other.retainAll(shared);
        assertThat(one).isEqualTo(other).hasSizeBetween(10, 80);
    }

    @Test
    void a_simplified_outline_stays_within_its_tolerance() {
        List<Point> island = IntStream.range(0, 360)
                .mapToObj(i -> new Point(
                        Math.cos(Math.toRadians(i)) * (90 + i % 3), Math.sin(Math.toRadians(i)) * (90 + i % 3)))
                .toList();
        List<Point> simple = new Outlines(List.of(island), 3).simple(island);
        assertThat(simple).hasSizeBetween(8, 60);
        assertThat(island)
                .allSatisfy(point -> assertThat(IntStream.range(0, simple.size())
                                .mapToDouble(
                                        i -> Outlines.off(point, simple.get(i), simple.get((i + 1) % simple.size())))
                                .min()
                                .orElseThrow())
                        .isLessThanOrEqualTo(3));
    }

    @Test
    void words_stand_inside_even_a_horseshoe() {
        List<Point> horseshoe = List.of(
                new Point(0, 0),
                new Point(100, 0),
                new Point(100, 100),
                new Point(70, 100),
                new Point(70, 30),
                new Point(30, 30),
                new Point(30, 100),
                new Point(0, 100));
        Inside inside = Inside.of(List.of(horseshoe));
        assertThat(inside.x() < 30 || inside.x() > 70 || inside.y() < 30).isTrue();
        assertThat(inside.room()).isGreaterThan(5);
    }

    @Test
    void without_outlines_every_area_has_a_tile_of_its_own_near_its_place() {
        AreaMap map = FigureExamples.tiles(24);
        List<Place> places =
                map.areas().stream().map(area -> area.ground().middle()).toList();
        Tiles tiles = new Tiles(places);
        assertThat(IntStream.range(0, 24).mapToObj(i -> tiles.column(i) + "/" + tiles.row(i)))
                .doesNotHaveDuplicates();
        Tiles two = new Tiles(List.of(new Place(10, 5), new Place(10, 50)));
        assertThat(two.row(1)).as("north is above").isLessThan(two.row(0));
        assertThat(map.drawing(Breadth.BROAD).shapes())
                .filteredOn(shape -> shape instanceof Box)
                .hasSize(24);
    }

    @Test
    void an_area_that_nobody_can_place_is_in_the_table_only() {
        AreaMap map = FigureExamples.map(List.of(
                square("A", 10, 10, 4d),
                area("Somewhere", 9d, Ground.at(null)),
                area("B", 2d, Ground.at(new Place(11.5, 10.5)))));
        Document html = FigureExamples.html(map);
        assertThat(html.select("svg.broad .area")).hasSize(2);
        assertThat(html.select("tbody tr").eachText()).containsExactly("Somewhere 9", "A 4", "B 2");
        assertThat(html.select("details p.quiet").text()).startsWith("1 area is only in the table");
        Document none = FigureExamples.html(FigureExamples.map(List.of(area("Somewhere", 9d, Ground.at(null)))));
        assertThat(none.select("svg")).isEmpty();
        assertThat(none.select("tbody tr").text()).isEqualTo("Somewhere 9");
    }

    @ParameterizedTest
    @EnumSource(Breadth.class)
    void everything_stays_inside_the_picture(Breadth breadth) {
        FigureExamples.assertInside(FigureExamples.map().drawing(breadth));
        FigureExamples.assertInside(FigureExamples.tiles(1).drawing(breadth));
        FigureExamples.assertInside(FigureExamples.tiles(140).drawing(breadth));
        FigureExamples.assertInside(FigureExamples.map(List.of(
                        area("One point", 1d, new Ground(List.of(List.of(new Place(3, 3))), null)),
                        square("A name that is far too long ".repeat(8), 10, 10, 12_345_678_901d)))
                .drawing(breadth));
        FigureExamples.assertApart(FigureExamples.map().drawing(breadth));
    }

    private static List<Form> forms(Drawing drawing) {
        return drawing.shapes().stream()
                .filter(shape -> shape instanceof Form)
                .map(Form.class::cast)
                .toList();
    }

    private static Area area(String name, @Nullable Double value, Ground ground) {
        return new Area(name, value, value == null ? "·" : String.valueOf(value.longValue()), ground, null);
    }

    /** An area of one degree by one. */
    private static Area square(String name, double longitude, double latitude, Double value) {
        List<Place> ring = List.of(
                new Place(longitude, latitude),
                new Place(longitude + 1, latitude),
                new Place(longitude + 1, latitude + 1),
                new Place(longitude, latitude + 1),
                new Place(longitude, latitude));
        return area(name, value, new Ground(List.of(ring), null));
    }
}
