package redress.web.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redress.web.kit.ChangeChart.Month;

class ChangeChartTest {

    private static final ChangeChart RISE = chart(
            5,
            new Month(2, 2, 0, false),
            new Month(4, 2, 2, false),
            new Month(8, 2, 6, true),
            new Month(0, 2, 0, false));

    @Test
    void a_bar_is_as_tall_as_its_count_and_stands_on_zero() {
        List<Element> bars = FigureExamples.html(RISE).select("svg.broad rect.bar");
        List<Double> tall = bars.stream().map(bar -> number(bar, "height")).toList();
        assertThat(tall.get(1)).isCloseTo(2 * tall.get(0), within(0.2));
        assertThat(tall.get(2)).isCloseTo(4 * tall.get(0), within(0.2));
        assertThat(tall.get(3)).as("none is a flat trace").isEqualTo(1);
        assertThat(bars)
                .allSatisfy(bar ->
                        assertThat(number(bar, "y") + number(bar, "height")).isCloseTo(158, within(0.11)));
    }

    @Test
    void a_month_over_the_threshold_is_marked_in_picture_words_and_table() {
        Document html = FigureExamples.html(RISE);
        assertThat(html.select("svg.broad path.alarm title").text()).isEqualTo("Over the threshold: Mar 2026");
        assertThat(html.select("svg.broad rect.marked")).hasSize(1);
        assertThat(html.select("svg.broad path.guide")).hasSize(1);
        assertThat(html.select("svg.broad text.name").text()).isEqualTo("Mar 2026");
        assertThat(html.select("svg.broad desc").text()).isEqualTo("Months over the threshold: Mar 2026");
        assertThat(html.select("tbody tr").eachText())
                .containsExactly(
                        "Jan 2026 2 2 0", "Feb 2026 4 2 2", "Mar 2026 8 2 6 Over the threshold", "Apr 2026 0 2 0");
        assertThat(html.select("details p.quiet").text()).isEqualTo("The threshold of the sum is 5.");
    }

    @Test
    void the_threshold_lies_between_the_sums_that_it_parts() {
        Document html = FigureExamples.html(RISE);
        List<double[]> path =
                FigureExamples.places(html.expectFirst("svg.broad path.path").attr("d"));
        double threshold = FigureExamples.places(
                        html.expectFirst("svg.broad path.threshold").attr("d"))
                .getFirst()[1];
        assertThat(threshold).isBetween(path.get(3)[1], path.get(2)[1]);
    }

    @Test
    void long_series_are_one_path_and_stay_small() {
        Document html = FigureExamples.html(chart(
                9,
                IntStream.range(0, 600)
                        .mapToObj(i -> new Month(i % 7, 3, i % 10, i % 10 == 9))
                        .toArray(Month[]::new)));
        assertThat(html.select("svg.broad rect.bar")).isEmpty();
        assertThat(html.select("svg.broad path.bar")).hasSize(2);
        assertThat(html.select("tbody tr")).hasSize(600);
    }

    @ParameterizedTest
    @EnumSource(Breadth.class)
    void everything_stays_inside_the_picture(Breadth breadth) {
        FigureExamples.assertInside(RISE.drawing(breadth));
        FigureExamples.assertInside(FigureExamples.change(51).drawing(breadth));
        FigureExamples.assertInside(chart(5, new Month(0, 0, 0, false)).drawing(breadth));
        FigureExamples.assertInside(chart(-4, new Month(3, 9.5, -7, true), new Month(3, 9, -1e9, true))
                .drawing(breadth));
        FigureExamples.assertInside(
                chart(1e12, new Month(4_000_000_000_000L, 1e12, 3e12, true)).drawing(breadth));
        FigureExamples.assertApart(FigureExamples.change(51).drawing(breadth));
    }

    @Test
    void without_months_there_is_a_sentence_instead_of_a_picture() {
        Document html = FigureExamples.html(chart(5));
        assertThat(html.select("svg")).isEmpty();
        assertThat(html.select("p.nothing")).hasSize(1);
    }

    @Test
    void numbers_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> new Month(-1, 1, 0, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Month(1, 1, Double.NaN, false)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ChangeChart chart(double threshold, Month... months) {
        return new ChangeChart(
                "t",
                null,
                YearMonth.of(2026, 1),
                List.of(months),
                new ChangeChart.Limit(threshold, FigureExamples.WORDS));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.attr(attribute));
    }
}
