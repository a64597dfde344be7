package redress.web.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final Chart.Series COMPLAINTS =
            new Chart.Series("Complaints", Arrays.asList(40d, null, 80d), List.of("40", "fewer than 5", "80"));

    @Test
    void a_bar_is_as_long_as_its_value_and_a_hidden_value_has_none() {
        Document html = draw(Chart.Kind.BARS);
        List<Double> widths = html.select("svg.chart rect").stream()
                .map(box -> Double.valueOf(box.attr("width")))
                .toList();
        assertThat(widths).hasSize(2);
        assertThat(widths.get(1)).isEqualTo(2 * widths.get(0));
        assertThat(html.select("td").eachText()).containsExactly("40", "fewer than 5", "80");
    }

    @Test
    void columns_stand_on_zero() {
        Document html = draw(Chart.Kind.COLUMNS);
        assertThat(html.select("svg rect").stream()
                        .map(box -> Double.parseDouble(box.attr("y")) + Double.parseDouble(box.attr("height"))))
                .allSatisfy(foot -> assertThat(foot).isEqualTo(234));
    }

    @Test
    void a_hidden_value_is_a_gap_in_the_line() {
        Element line = draw(Chart.Kind.LINE).expectFirst("path.line");
        assertThat(line.attr("d")).contains("M").doesNotContain("L");
    }

    @Test
    void everything_drawn_stays_inside_the_picture() {
        Chart many = new Chart(
                Chart.Kind.COLUMNS,
                "t",
                null,
                "Year",
                List.of("2021", "2022", "2023", "2024", "2025", "2026", "2027"),
                List.of(series(7, 12345), series(7, 3)));
        Drawing drawing = many.drawing();
        assertThat(drawing.shapes()).allSatisfy(shape -> {
            if (shape instanceof Drawing.Box box) {
                assertThat(box.x()).isBetween(0d, drawing.width() - box.width());
                assertThat(box.y()).isBetween(0d, drawing.height() - box.height());
            }
        });
    }

    @Test
    void a_picture_says_its_title_and_has_no_style_of_its_own() {
        Document html = draw(Chart.Kind.COLUMNS);
        Element picture = html.expectFirst("svg.chart");
        assertThat(picture.attr("role")).isEqualTo("img");
        assertThat(picture.child(0).text()).isEqualTo("More <b> complaints");
        assertThat(html.select("[style]")).isEmpty();
        assertThat(html.select("b")).isEmpty();
    }

    @Test
    void an_empty_year_is_drawn_without_dividing_by_zero() {
        Chart empty = new Chart(
                Chart.Kind.LINE,
                "t",
                null,
                "Year",
                List.of("2026"),
                List.of(new Chart.Series("n", Arrays.asList((Double) null), List.of("-"))));
        assertThat(empty.drawing().shapes()).isNotEmpty();
    }

    @Test
    void a_series_of_another_length_is_refused() {
        assertThatThrownBy(() -> new Chart(Chart.Kind.BARS, "t", null, "c", List.of("a", "b"), List.of(series(1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Chart.Series series(int length, double value) {
        return new Chart.Series(
                "n", java.util.Collections.nCopies(length, value), java.util.Collections.nCopies(length, "x"));
    }

    private static Document draw(Chart.Kind kind) {
        Chart chart = new Chart(
                kind,
                "More <b> complaints",
                "All of them",
                "Year",
                List.of("2024", "2025", "2026"),
                List.of(COMPLAINTS));
        StringOutput output = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, ChartTest.class.getClassLoader(), "redress.templates")
                .render("kit/chart.jte", Map.of("chart", chart, "id", "by-year"), output);
        return Jsoup.parse(output.toString());
    }
}
