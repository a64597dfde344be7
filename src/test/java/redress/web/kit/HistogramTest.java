package redress.web.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistogramTest {

    private static final YearMonth MAY = YearMonth.of(2026, 5);

    @Test
    void a_month_with_none_is_a_flat_trace_and_one_that_nobody_counted_a_gap() {
        Document html = FigureExamples.html(months(Map.of(MAY, 4L, MAY.plusMonths(1), 0L, MAY.plusMonths(3), 2L)));
        List<Double> tall = html.select("svg.broad rect.bar").stream()
                .map(bar -> Double.valueOf(bar.attr("height")))
                .toList();
        assertThat(tall).hasSize(3);
        assertThat(tall.get(0)).isCloseTo(2 * tall.get(2), within(0.2));
        assertThat(tall.get(1)).isEqualTo(1);
        assertThat(html.select("svg.broad path.gap")).hasSize(1);
        assertThat(html.select("tbody tr").eachText())
                .containsExactly("May 2026 4", "Jun 2026 0", "Jul 2026 not counted", "Aug 2026 2");
        assertThat(html.select(".legend li").eachText()).containsExactly("Counted", "not counted");
    }

    @Test
    void the_gap_lies_where_the_months_are_missing() {
        Histogram figure = months(Map.of(MAY, 4L, MAY.plusMonths(3), 2L));
        List<double[]> gap = FigureExamples.places(
                FigureExamples.html(figure).expectFirst("svg.broad path.gap").attr("d"));
        double place = (640 - 4 - 42) / 4d;
        assertThat(gap).allSatisfy(at -> assertThat(at[0]).isBetween(42 + place - 0.1, 42 + 3 * place + 0.1));
    }

    @Test
    void years_stand_at_their_january() {
        Document html = FigureExamples.html(FigureExamples.years());
        assertThat(html.select("tbody th").eachText())
                .startsWith("2018")
                .endsWith("2026")
                .hasSize(9);
        assertThat(html.select("svg.broad text.tick").eachText()).contains("2018", "2026");
        assertThat(html.select("svg.broad desc").text()).isEqualTo("The most: 2026, 11,780");
        assertThatThrownBy(() -> new Histogram("t", null, Histogram.Period.YEAR, Map.of(MAY, 1L), FigureExamples.WORDS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(Breadth.class)
    void everything_stays_inside_the_picture(Breadth breadth) {
        Map<YearMonth, Long> long_ = new HashMap<>();
        for (int i = 0; i < 1200; i++) {
            long_.put(MAY.plusMonths(i), (long) i * i * i);
        }
        FigureExamples.assertInside(months(long_).drawing(breadth));
        FigureExamples.assertInside(months(Map.of(MAY, 0L)).drawing(breadth));
        FigureExamples.assertInside(months(Map.of(MAY, Long.MAX_VALUE / 2)).drawing(breadth));
        FigureExamples.assertInside(FigureExamples.months().drawing(breadth));
        FigureExamples.assertInside(FigureExamples.years().drawing(breadth));
    }

    @Test
    void labels_under_the_bars_have_room() {
        for (int many : new int[] {1, 5, 12, 19, 40, 200, 900}) {
            TimeAxis axis = new TimeAxis(MAY, many, true, 42, 316);
            List<Double> places = axis.labels(0, new Numbers(java.util.Locale.ENGLISH)).stream()
                    .filter(shape -> shape instanceof Drawing.Words words && words.y() < 20)
                    .map(shape -> ((Drawing.Words) shape).x())
                    .toList();
            assertThat(places).as("labels of %d months", many).isNotEmpty();
            for (int i = 1; i < places.size(); i++) {
                assertThat(places.get(i) - places.get(i - 1)).isGreaterThan(25);
            }
        }
    }

    @Test
    void nothing_counted_is_told_in_words() {
        Document html = FigureExamples.html(months(Map.of()));
        assertThat(html.select("svg")).isEmpty();
        assertThat(html.select("p.nothing")).hasSize(1);
        assertThatThrownBy(() -> months(Map.of(MAY, -1L))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Histogram months(Map<YearMonth, Long> counts) {
        return new Histogram("t", null, Histogram.Period.MONTH, counts, FigureExamples.WORDS);
    }
}
