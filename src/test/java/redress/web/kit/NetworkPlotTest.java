package redress.web.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import redress.web.kit.Drawing.Stroke;
import redress.web.kit.NetworkLayout.Spot;
import redress.web.kit.NetworkPlot.Person;
import redress.web.kit.NetworkPlot.Tie;
import redress.web.kit.Outlines.Point;

class NetworkPlotTest {

    @Test
    void the_same_network_always_gives_the_same_picture() {
        NetworkPlot plot = FigureExamples.network(30);
        List<Tie> shuffled = new ArrayList<>(plot.ties());
        Collections.shuffle(shuffled, new Random(1));
        NetworkPlot again = new NetworkPlot(plot.title(), plot.note(), plot.people(), shuffled, plot.words());
        assertThat(FigureExamples.network(30).drawing(Breadth.BROAD)).isEqualTo(plot.drawing(Breadth.BROAD));
        assertThat(new NetworkLayout(again, Breadth.BROAD).spots().keySet())
                .containsExactlyElementsOf(
                        new NetworkLayout(plot, Breadth.BROAD).spots().keySet());
    }

    @Test
    void the_one_looked_at_stands_in_the_middle_and_others_the_further_off_the_more_ties_lie_between() {
        NetworkPlot plot = plot(people(4), new Tie("p0", "p1", 1), new Tie("p1", "p2", 1), new Tie("p2", "p3", 1));
        Map<String, Spot> spots = new NetworkLayout(plot, Breadth.BROAD).spots();
        Spot middle = spot(spots, "p0");
        assertThat(middle.x()).isEqualTo(320);
        List<Double> off = List.of("p0", "p1", "p2", "p3").stream()
                .map(id -> Math.hypot(
                        spot(spots, id).x() - middle.x(), spot(spots, id).y() - middle.y()))
                .toList();
        assertThat(off).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"3, BROAD", "16, BROAD", "200, BROAD", "3, SLIM", "16, SLIM", "200, SLIM"})
    void where_nobody_is_looked_at_all_stand_in_one_round(int many, Breadth breadth) {
        NetworkPlot around = FigureExamples.network(many);
        NetworkPlot plot = new NetworkPlot("t", null, false, around.people(), around.ties(), FigureExamples.WORDS);
        Document html = FigureExamples.html(plot);
        assertThat(html.select(".node.ego")).isEmpty();
        assertThat(html.select("svg.slim circle.node")).hasSizeGreaterThanOrEqualTo(Math.min(many, NetworkPlot.DRAWN));
        assertThat(html.select("svg.slim desc").text()).startsWith(many + " people in a round");
        Map<String, Spot> spots = new NetworkLayout(plot, breadth).spots();
        assertThat(spots)
                .hasSize(Math.min(many, NetworkPlot.DRAWN))
                .allSatisfy((id, spot) ->
                        assertThat(Math.abs(spot.x() - breadth.width() / 2d)).isLessThan(breadth.width() / 2d));
        FigureExamples.assertInside(plot.drawing(breadth));
        FigureExamples.assertApart(plot.drawing(breadth));
    }

    @Test
    void what_chance_would_do_has_a_column_only_where_it_was_reckoned() {
        List<Person> people = people(3);
        NetworkPlot plot = plot(people, new Tie("p0", "p1", 4, 1.3, false), new Tie("p1", "p2", 1));
        assertThat(FigureExamples.html(plot)
                        .select("table")
                        .getLast()
                        .select("td:nth-child(4)")
                        .eachText())
                .containsExactly("1.3", "–");
        assertThat(FigureExamples.html(plot(people, new Tie("p0", "p1", 4))).text())
                .doesNotContain("Expected by chance", "More than chance", "unbroken");
    }

    @Test
    void what_is_more_than_chance_stands_first_in_the_table_and_has_another_stroke_with_its_key() {
        NetworkPlot plot = plot(
                people(4),
                new Tie("p0", "p1", 9, 8.1, false),
                new Tie("p0", "p2", 3, 0.2, true),
                new Tie("p1", "p3", 4, 0.3, true));
        Document html = FigureExamples.html(plot);
        assertThat(html.select("table").getLast().select("thead th").eachText())
                .containsExactly("Person", "And", "Incidents shared", "Expected by chance", "More than chance");
        assertThat(html.select("table").getLast().select("tbody tr").eachText())
                .containsExactly(
                        "2. Person 1 4. Person 3 4 0.3 yes",
                        "1. Person 0 3. Person 2 3 0.2 yes",
                        "1. Person 0 2. Person 1 9 8.1 no");
        assertThat(html.select("svg.broad path.tie").eachAttr("class"))
                .as("those that are more than chance are drawn over the others")
                .containsExactly("tie w4 usual", "tie w3 more", "tie w3 more");
        assertThat(html.select("svg.broad path.more title").eachText())
                .contains("Person 0 and Person 2: 3 incidents, more than expected by chance");
        assertThat(html.select("svg.slim desc").text()).endsWith("3 ties, 2 of them more than expected by chance");
        assertThat(html.select(".legend li:has(path.more)").text())
                .isEqualTo("together more often than expected by chance");
        assertThat(html.select(".legend li:has(path.usual)").text()).isEqualTo("no more than chance explains");
        assertThat(html.select("p.reading").text())
                .contains("An unbroken line says that this was more often than expected by chance");
        assertThat(FigureExamples.html(plot(people(2), new Tie("p0", "p1", 2, 1.9, false)))
                        .select(".legend path.more"))
                .isEmpty();
    }

    @Test
    void the_width_of_a_tie_tells_how_many_incidents_are_shared() {
        NetworkPlot plot = plot(
                people(5),
                new Tie("p0", "p1", 1),
                new Tie("p0", "p2", 2),
                new Tie("p0", "p3", 4),
                new Tie("p0", "p4", 500));
        Document html = FigureExamples.html(plot);
        assertThat(html.select("svg.broad path.tie").eachAttr("class"))
                .containsExactly("tie w1", "tie w2", "tie w3", "tie w4");
        assertThat(html.select("svg.broad path.w4 title").text()).isEqualTo("Person 0 and Person 4: 500 incidents");
        assertThat(html.select(".legend li").eachText()).contains("1 incident shared", "5 or more");
    }

    @Test
    void the_tables_name_every_number_and_every_tie() {
        NetworkPlot plot = FigureExamples.network(16);
        Document html = FigureExamples.html(plot);
        assertThat(html.select("table")).hasSize(2);
        assertThat(html.select("table").getFirst().select("tbody tr")).hasSize(16);
        assertThat(html.select("table").getFirst().select("tbody th").getFirst().text())
                .isEqualTo("1. Sgt. Kolar");
        assertThat(html.select("table").getLast().select("tbody tr"))
                .hasSize(plot.ties().size());
        assertThat(html.select("svg.slim text.number").eachText())
                .containsExactlyInAnyOrderElementsOf(java.util.stream.IntStream.rangeClosed(1, 16)
                        .mapToObj(String::valueOf)
                        .toList());
    }

    @Test
    void the_outline_of_a_crew_takes_in_nobody_else() {
        NetworkPlot plot = FigureExamples.network(16);
        Map<String, Spot> spots = new NetworkLayout(plot, Breadth.BROAD).spots();
        List<String> outlines = plot.drawing(Breadth.BROAD).shapes().stream()
                .filter(shape ->
                        shape instanceof Stroke stroke && stroke.classes().equals("crew"))
                .map(shape -> ((Stroke) shape).path())
                .toList();
        assertThat(outlines).hasSize(2);
        plot.people().forEach(person -> {
            long around = outlines.stream()
                    .filter(path -> near(path, spot(spots, person.id())))
                    .count();
            assertThat(around).as(person.id()).isEqualTo(person.crew() == null ? 0 : 1);
        });
    }

    private static Spot spot(Map<String, Spot> spots, String id) {
        return Objects.requireNonNull(spots.get(id));
    }

    private static boolean near(String path, Spot spot) {
        List<double[]> places = FigureExamples.places(path);
        for (int i = 1; i + 1 < places.size(); i += 2) {
            Point one = new Point(places.get(i)[0], places.get(i)[1]);
            Point other = new Point(places.get(i + 1)[0], places.get(i + 1)[1]);
            if (Outlines.off(new Point(spot.x(), spot.y()), one, other) < 17) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource({"2, BROAD", "16, BROAD", "40, BROAD", "200, BROAD", "2, SLIM", "16, SLIM", "40, SLIM", "200, SLIM"})
    void nobody_stands_on_anybody(int many, Breadth breadth) {
        NetworkPlot plot = FigureExamples.network(many);
        List<Spot> spots = List.copyOf(new NetworkLayout(plot, breadth).spots().values());
        for (int i = 0; i < spots.size(); i++) {
            for (int k = 0; k < i; k++) {
                assertThat(Math.hypot(
                                spots.get(i).x() - spots.get(k).x(),
                                spots.get(i).y() - spots.get(k).y()))
                        .isGreaterThan(20);
            }
        }
        FigureExamples.assertInside(plot.drawing(breadth));
        FigureExamples.assertApart(plot.drawing(breadth));
    }

    @ParameterizedTest
    @EnumSource(Breadth.class)
    void of_a_crowd_the_nearest_are_drawn_and_the_table_says_so(Breadth breadth) {
        NetworkPlot plot = FigureExamples.network(200);
        assertThat(new NetworkLayout(plot, breadth).spots()).hasSize(NetworkPlot.DRAWN);
        assertThat(FigureExamples.html(plot).select("details p.quiet").text())
                .isEqualTo("60 people are drawn, the nearest; 140 more are only in the table.");
    }

    @Test
    void whoever_is_tied_to_nobody_is_told_in_words() {
        assertThat(FigureExamples.html(plot(people(1))).select("p.nothing").text())
                .isEqualTo("Nobody else was accused in the same incidents.");
        assertThat(FigureExamples.html(plot(List.of())).select("p.nothing")).hasSize(1);
    }

    @Test
    void a_long_or_strange_name_is_cut_in_the_picture_and_whole_in_the_table() {
        String name = "<i>Tall</i> " + "man with a torn sleeve ".repeat(20);
        NetworkPlot plot = plot(List.of(person("p0", "A"), person("p1", name.strip())), new Tie("p0", "p1", 1));
        Document html = FigureExamples.html(plot);
        assertThat(html.select("i")).isEmpty();
        assertThat(html.select("table").getFirst().select("tbody th").getLast().text())
                .isEqualTo("2. " + name.strip());
        assertThat(html.select("svg.slim text.who").text()).endsWith("…");
        FigureExamples.assertInside(plot.drawing(Breadth.SLIM));
    }

    @Test
    void ties_to_nobody_or_to_oneself_are_refused() {
        assertThatThrownBy(() -> plot(people(1), new Tie("p0", "p9", 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tie("p0", "p0", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tie("p0", "p1", 5, null, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plot(List.of(person("a", "A"), person("a", "A"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Person person(String id, String label) {
        return new Person(id, label, 1, null, null);
    }

    private static List<Person> people(int many) {
        return java.util.stream.IntStream.range(0, many)
                .mapToObj(i -> person("p" + i, "Person " + i))
                .toList();
    }

    private static NetworkPlot plot(List<Person> people, Tie... ties) {
        return new NetworkPlot("t", null, people, List.of(ties), FigureExamples.WORDS);
    }
}
