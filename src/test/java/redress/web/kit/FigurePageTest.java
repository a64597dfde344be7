package redress.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** All figures on one page of the desk; it is written to {@code target/figures/index.html}, to be looked at. */
class FigurePageTest {

    private static final Map<String, Figure> FIGURES = new LinkedHashMap<>();

    static {
        FIGURES.put("funnel", FigureExamples.funnel(118));
        FIGURES.put("change", FigureExamples.change(51));
        FIGURES.put("network", FigureExamples.network(16));
        FIGURES.put("judged", FigureExamples.judged(16));
        FIGURES.put("map", FigureExamples.map());
        FIGURES.put("tiles", FigureExamples.tiles(24));
        FIGURES.put("months", FigureExamples.months());
        FIGURES.put("years", FigureExamples.years());
        FIGURES.put("many", FigureExamples.funnel(2000));
        FIGURES.put("crowd", FigureExamples.network(48));
    }

    @Test
    void every_picture_has_a_name_and_a_table_and_nothing_that_the_policy_refuses() throws IOException {
        Document page = Jsoup.parse(page());
        assertThat(page.select("svg[role=img]")).hasSize(2 * FIGURES.size()).allSatisfy(picture -> {
            assertThat(picture.expectFirst("> title").text()).isNotBlank();
            assertThat(picture.expectFirst("> desc").text()).isNotBlank();
            assertThat(page.getElementById(picture.attr("aria-labelledby"))).isNotNull();
            assertThat(page.getElementById(picture.attr("aria-describedby"))).isNotNull();
        });
        assertThat(page.select("figure"))
                .allSatisfy(
                        figure -> assertThat(figure.select("table tbody tr")).isNotEmpty());
        assertThat(page.select("[style], script:not([src])")).isEmpty();
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("svg").outerHtml()).doesNotContain("NaN", "Infinity", "E-");
        Files.createDirectories(Path.of("target/figures"));
        Files.writeString(
                Path.of("target/figures/index.html"), page().replace("/assets/desk.css", "../web/assets/" + sheet()));
    }

    private static String sheet() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target/web/assets"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("desk\\..*css"))
                    .findFirst()
                    .orElse("desk.css");
        }
    }

    private static String page() {
        Content content = output -> {
            output.writeContent("<h1>Northern Command, patrols</h1>");
            FIGURES.forEach((id, figure) -> {
                output.writeContent("<div class=\"card\">");
                FigureExamples.render(figure, id, output);
                output.writeContent("</div>");
            });
            output.writeContent("<div class=\"card\">");
            FigureExamples.render(FigureExamples.cross(14), "cross", output);
            output.writeContent("</div>");
        };
        StringOutput output = new StringOutput();
        FigureExamples.page(content, output);
        return output.toString();
    }
}
