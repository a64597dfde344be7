package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import redress.web.Form;
import redress.web.ViewExamples;

class AreaCountTest {

    private static final Tree PLACES = new Tree(List.of(
            new Node("N", null, "North", "1"),
            new Node("S", null, "South <b>", "1"),
            new Node("N1", "N", "North Town", "2"),
            new Node("N2", "N", "North Coast", "2"),
            new Node("N1a", "N1", "Market", "3")));
    private static final Map<String, Spot> SPOTS =
            Map.of("N1a", new Spot(8, -13), "N2", new Spot(9, -12), "N1", new Spot(7, -11));

    private static List<Filed> at(@Nullable String... places) {
        List<Filed> complaints = new ArrayList<>();
        LocalDate day = LocalDate.of(2024, 5, 6);
        Filed.Way way = new Filed.Way("WEB", "RECEIVED", "NONE", 2, day, null);
        for (String place : places) {
            complaints.add(new Filed(complaints.size() + 1, "n", day, "DAY", 22, place, null, way));
        }
        return complaints;
    }

    private static Areas areas(List<Filed> complaints, @Nullable String place) {
        return new AreaCount(PLACES, SPOTS).count(complaints, place);
    }

    @Test
    void complaints_count_for_the_widest_area_that_they_lie_in() {
        Areas areas = areas(at("N1a", "N2", "S", null), null);
        assertThat(areas.within()).isEmpty();
        assertThat(areas.areas()).extracting(Areas.Area::code).containsExactly("N", "S");
        assertThat(areas.areas()).extracting(Areas.Area::count).containsExactly(2L, 1L);
        assertThat(areas.unknown()).isEqualTo(1);
    }

    @Test
    void where_all_lie_in_one_area_its_parts_are_counted_those_without_any_too() {
        Areas areas = areas(at("N1a", "N1", "N"), null);
        assertThat(areas.within()).isEqualTo("North Town");
        assertThat(areas.areas()).extracting(Areas.Area::code).containsExactly("N1a");
        assertThat(areas.unknown()).isEqualTo(2);
        Areas parts = areas(at("N1", "N2", "N2"), null);
        assertThat(parts.within()).isEqualTo("North");
        assertThat(parts.areas()).extracting(Areas.Area::count).containsExactly(2L, 1L);
    }

    @Test
    void one_that_is_known_more_closely_does_not_take_the_others_from_the_map() {
        Areas areas = areas(at("N", "N", "N", "N1"), null);
        assertThat(areas.within()).isEmpty();
        assertThat(areas.areas()).extracting(Areas.Area::code).containsExactly("N", "S");
        assertThat(areas.areas().getFirst().count()).isEqualTo(4);
        assertThat(areas.unknown()).isZero();
    }

    @Test
    void a_place_is_told_by_its_parts() {
        Areas areas = areas(at("N1a", "N2", "N"), "N");
        assertThat(areas.areas()).extracting(Areas.Area::code).containsExactly("N2", "N1");
        assertThat(areas.unknown()).isEqualTo(1);
        assertThat(areas(at("N2"), "N2").areas()).isEmpty();
    }

    @Test
    void the_middle_of_an_area_is_its_own_or_else_the_mean_of_the_places_in_it() {
        Areas areas = areas(at("N1a", "S"), null);
        assertThat(areas.areas().getFirst().latitude()).isEqualTo(8);
        assertThat(areas.areas().getFirst().longitude()).isEqualTo(-12);
        assertThat(areas.areas().getLast().latitude()).isNull();
        assertThat(areas(at("N1", "N2"), null).areas().getFirst().latitude()).isEqualTo(9);
        assertThat(areas(at("N1", "N1", "N2"), null).areas().getFirst().latitude())
                .isEqualTo(7);
    }

    @Test
    void of_very_many_areas_those_with_most_complaints_are_listed_and_the_rest_is_said() {
        List<Node> nodes = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            nodes.add(new Node("P" + i, null, "Post " + i, "1"));
            places.add("P" + i);
            places.add("P" + i % 10);
        }
        Areas areas = new AreaCount(new Tree(nodes), Map.of()).count(at(places.toArray(String[]::new)), null);
        assertThat(areas.areas()).hasSize(AreaCount.MOST);
        assertThat(areas.areas().getFirst().count()).isEqualTo(11);
        assertThat(areas.rest()).isEqualTo(40);
    }

    @Test
    void the_map_leads_to_the_dossier_of_each_area_and_says_what_is_not_counted() {
        Dossier one = DossierTest.dossier(new Precinct()
                .complaint(1, LocalDate.of(2024, 5, 6), "police/S3")
                .unit("police/D3"));
        Dossier dossier = new Dossier(
                one.head(),
                one.service(),
                one.boards(),
                one.outliers(),
                one.change(),
                one.process(),
                one.network(),
                areas(at("N1a", "S", "S", null), null),
                one.told());
        assertThat(ViewExamples.html(
                        new DossierPage("Ama", Form.blank(), dossier, DossierTest.PRESENT), "/desk/dossier"))
                .contains("Most in South &lt;b&gt;: 2 complaints")
                .contains("/desk/dossier?place=S&amp;from=2024-01&amp;to=2025-12")
                .contains("Not counted: 1 of which the place is not known")
                .contains("1 area is only in the table: nobody knows where it lies.");
    }
}
