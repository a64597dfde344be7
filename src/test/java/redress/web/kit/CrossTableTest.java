package redress.web.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.output.StringOutput;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import redress.web.kit.CrossTable.Axes;
import redress.web.kit.CrossTable.Tally;

class CrossTableTest {

    private static final Tally HIDDEN = new Tally(null, "·", null);

    @Test
    void totals_are_the_sums_of_what_is_shown() {
        Document html = html(table(List.of(tally(40), HIDDEN), List.of(tally(1200), tally(0))));
        assertThat(html.select("tbody tr").eachText()).containsExactly("Force 40 · 40", "Insult 1200 0 1,200");
        assertThat(html.select("tfoot tr").text()).isEqualTo("All 1,240 0 1,240");
    }

    @Test
    void the_shade_grows_with_the_count_and_nothing_has_none() {
        CrossTable table = table(List.of(tally(100), HIDDEN), List.of(tally(6), tally(0)));
        assertThat(table.shade(tally(100))).isEqualTo("q4");
        assertThat(table.shade(tally(30))).isEqualTo("q2");
        assertThat(table.shade(tally(1))).isEqualTo("q1");
        assertThat(table.shade(tally(0))).isEqualTo("q0");
        assertThat(table.shade(HIDDEN)).isEqualTo("q0");
    }

    @Test
    void a_count_leads_where_the_caller_says() {
        Document html = html(table(
                List.of(new Tally(4L, "4", "/desk/search?kind=force&unit=\"1\""), HIDDEN),
                List.of(tally(6), tally(0))));
        assertThat(html.select("td a").eachAttr("href")).containsExactly("/desk/search?kind=force&unit=\"1\"");
    }

    @Test
    void the_table_is_named_by_its_sentence_and_scrolls_by_keyboard() {
        Document html = html(FigureExamples.cross(30));
        assertThat(html.select("[role=region][tabindex=0]").attr("aria-labelledby"))
                .isEqualTo("it");
        assertThat(html.expectFirst("#it").text()).startsWith("Force is alleged everywhere");
        assertThat(html.select("thead th[scope=col]")).hasSize(32);
        assertThat(html.select("tbody th[scope=row]")).hasSize(5);
    }

    @Test
    void no_rows_and_no_columns_are_a_table_of_nothing() {
        CrossTable empty = CrossTable.summed(
                new CrossTable.Heading("t", null),
                new Axes("c", List.of(), List.of()),
                List.of(),
                FigureExamples.WORDS);
        assertThat(html(empty).select("tfoot tr").text()).isEqualTo("All 0");
    }

    @Test
    void a_row_that_is_too_short_is_refused() {
        assertThatThrownBy(() -> table(List.of(tally(1), tally(2)), List.of(tally(1))))
                .isInstanceOf(RuntimeException.class);
    }

    @SafeVarargs
    private static CrossTable table(List<Tally>... rows) {
        return CrossTable.summed(
                new CrossTable.Heading("t", null),
                new Axes("Kind", List.of("Force", "Insult"), List.of("North", "South")),
                List.of(rows),
                FigureExamples.WORDS);
    }

    private static Tally tally(long count) {
        return new Tally(count, String.valueOf(count), null);
    }

    private static Document html(CrossTable table) {
        StringOutput output = new StringOutput();
        FigureExamples.render(table, "it", output);
        return Jsoup.parse(output.toString());
    }
}
