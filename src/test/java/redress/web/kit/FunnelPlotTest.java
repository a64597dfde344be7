package redress.web.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redress.web.kit.Drawing.Dot;
import redress.web.kit.Drawing.Form;
import redress.web.kit.FunnelPlot.Sign;
import redress.web.kit.FunnelPlot.Unit;

class FunnelPlotTest {

    @Test
    void a_unit_stands_at_the_root_of_what_was_expected_and_at_its_ratio() {
        FunnelPlot plot = FigureExamples.funnel(List.of(other("a", 4, 4), other("b", 16, 16), other("c", 3, 2)));
        Document html = FigureExamples.html(plot);
        List<Element> dots = html.select("svg.broad circle.other");
        double left = 34;
        assertThat(number(dots.get(1), "cx") - left).isCloseTo((number(dots.get(2), "cx") - left) / 2, within(0.2));
        String line = html.expectFirst("svg.broad path.even").attr("d");
        assertThat(line).startsWith("M34 " + dots.get(1).attr("cy") + "L");
        assertThat(number(dots.getFirst(), "cy")).as("above what was expected").isLessThan(number(dots.get(1), "cy"));
    }

    @Test
    void the_scope_and_the_flagged_are_told_apart_by_shape() {
        Drawing drawing = FigureExamples.funnel(20).drawing(Breadth.BROAD);
        assertThat(corners(drawing, "scope")).containsExactly(4);
        assertThat(corners(drawing, "flagged")).containsExactly(3, 3);
        Document html = FigureExamples.html(FigureExamples.funnel(20));
        assertThat(html.select("svg.broad .scope title").text()).isEqualTo("Patrol 4: 14, expected 4.1");
        assertThat(html.select("svg.broad text.name").eachText())
                .contains("Patrol 4: 14, expected 4.1", "Border unit 2");
        assertThat(html.select("svg.broad desc").text())
                .isEqualTo("Patrol 4: 14, expected 4.1. 3 are flagged among 23 compared");
    }

    @Test
    void the_table_lists_the_scope_and_the_flagged_and_counts_the_others() {
        Document html = FigureExamples.html(FigureExamples.funnel(20));
        assertThat(html.select("tbody tr").eachText())
                .containsExactly(
                        "Patrol 4 14 4.1 3.4 looked at, flagged",
                        "Border unit 2 31 11.8 2.6 flagged",
                        "Harbour post 3 17.2 0.17 flagged");
        assertThat(html.select("tbody a").attr("href")).isEqualTo("/desk/units/4");
        assertThat(html.select("details p.quiet").text()).isEqualTo("20 others were compared and are not flagged.");
    }

    @Test
    void of_thousands_some_hundreds_are_marks_of_their_own_and_the_rest_is_small() {
        Document html = FigureExamples.html(FigureExamples.funnel(5000));
        assertThat(html.select("svg.broad .other")).hasSize(FunnelDrawing.DISTINCT);
        assertThat(html.select("svg.broad path.haze")).hasSize(1);
        assertThat(html.html().length()).isLessThan(200_000);
    }

    @Test
    void a_unit_of_which_nothing_was_expected_is_told_in_words() {
        Document html = FigureExamples.html(
                FigureExamples.funnel(List.of(other("a", 4, 4), new Unit("New post", 2, 0, Sign.FLAGGED, null))));
        assertThat(html.select("svg.broad .flagged")).isEmpty();
        assertThat(html.select("tbody tr").text()).isEqualTo("New post 2 0 – flagged");
        assertThat(html.select("details p.quiet").text()).contains("1 cannot be drawn");
    }

    @Test
    void without_units_there_is_a_sentence_instead_of_a_picture() {
        Document html = FigureExamples.html(FigureExamples.funnel(List.of()));
        assertThat(html.select("svg")).isEmpty();
        assertThat(html.select("p.nothing").text()).startsWith("There is nothing to draw");
    }

    @ParameterizedTest
    @EnumSource(Breadth.class)
    void everything_stays_inside_the_picture_however_large_or_long(Breadth breadth) {
        List<List<Unit>> some = List.of(
                List.of(other("one", 3, 2.5)),
                List.of(other("none", 0, 0.001)),
                List.of(other("a", 4_000_000_000L, 2e9), other("b", 1, 1.5)),
                List.of(
                        new Unit("A very long name of a unit ".repeat(9), 900, 1.5, Sign.SCOPE, null),
                        other("b", 2, 2)));
        for (List<Unit> units : some) {
            FigureExamples.assertInside(FigureExamples.funnel(units).drawing(breadth));
        }
        FigureExamples.assertInside(FigureExamples.funnel(900).drawing(breadth));
    }

    @ParameterizedTest
    @EnumSource(Breadth.class)
    void names_never_lie_over_each_other(Breadth breadth) {
        List<Unit> crowded = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            crowded.add(new Unit("Flagged unit number " + i, 30 + i, 10 + i * 0.1, Sign.FLAGGED, null));
        }
        FigureExamples.assertApart(FigureExamples.funnel(crowded).drawing(breadth));
        FigureExamples.assertApart(FigureExamples.funnel(118).drawing(breadth));
    }

    @Test
    void limits_narrow_to_the_right_whatever_their_teeth() {
        FunnelPlot plot = FigureExamples.funnel(118);
        Form band = plot.drawing(Breadth.BROAD).shapes().stream()
                .filter(shape -> shape instanceof Form form && form.classes().equals("band0"))
                .map(Form.class::cast)
                .findFirst()
                .orElseThrow();
        List<double[]> places = FigureExamples.places(band.path());
        List<Double> upper =
                places.stream().skip(1).limit(60).map(place -> place[1]).toList();
        assertThat(upper).isSorted();
    }

    @Test
    void a_name_cannot_become_markup() {
        Document html = FigureExamples.html(
                FigureExamples.funnel(List.of(new Unit("<b>Post</b> & \"co\"", 9, 2, Sign.SCOPE, null))));
        assertThat(html.select("b")).isEmpty();
        assertThat(html.select("tbody th").text()).isEqualTo("<b>Post</b> & \"co\"");
    }

    @Test
    void numbers_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> other("a", -1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> other("a", 1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        Unit scope = new Unit("a", 1, 1, Sign.SCOPE, null);
        assertThatThrownBy(() -> FigureExamples.funnel(List.of(scope, scope)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void on_a_telephone_there_are_no_hints() {
        Document html = FigureExamples.html(FigureExamples.funnel(20));
        assertThat(html.select("svg.slim circle title")).isEmpty();
        assertThat(html.select("svg.broad circle title")).hasSize(20);
        assertThat(FigureExamples.funnel(20).drawing(Breadth.SLIM).shapes())
                .filteredOn(shape -> shape instanceof Dot)
                .hasSize(20);
    }

    private static Unit other(String name, long observed, double expected) {
        return new Unit(name, observed, expected, Sign.OTHER, null);
    }

    private static List<Integer> corners(Drawing drawing, String classes) {
        return drawing.shapes().stream()
                .filter(shape -> shape instanceof Form form && form.classes().equals(classes))
                .map(shape -> FigureExamples.places(((Form) shape).path()).size())
                .toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.attr(attribute));
    }

    @Test
    void a_plot_that_shows_a_part_of_many_tells_how_many_were_compared() {
        FunnelPlot part = FigureExamples.funnel(20);
        FunnelPlot plot = new FunnelPlot(part.title(), part.note(), part.units(), 3_300, part.bands(), part.words());
        assertThat(plot.description()).endsWith("3 are flagged among 3,300 compared");
        assertThat(plot.tables().getFirst().rest()).isEqualTo("3,297 others were compared and are not flagged.");
        assertThatThrownBy(() -> new FunnelPlot(part.title(), null, part.units(), 3, part.bands(), part.words()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
