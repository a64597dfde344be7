package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchPagesTest {

    @TempDir
    Path folder;

    private static Gazetteer gazetteer() {
        Map<String, Gazetteer.Unit> units = new HashMap<>();
        for (String institution : List.of("police", "army")) {
            units.put(institution, new Gazetteer.Unit(institution, null, "The " + institution));
            for (int d = 0; d < 3; d++) {
                String division = institution + "/D" + d;
                units.put(division, new Gazetteer.Unit(division, institution, "Division " + d));
                for (int s = 0; s < 4; s++) {
                    String station = institution + "/S" + d + s;
                    units.put(station, new Gazetteer.Unit(station, division, "Station " + d + s));
                }
            }
        }
        return new Gazetteer(Map.of(), units, Map.of());
    }

    private SearchPage page(Map<String, List<String>> filters) throws IOException {
        SearchIndex index = IndexExample.of(folder, SheetExamples.many(300, 9));
        try {
            SearchQuery query = SearchQuery.of("market & \"road\"", filters, null, 20);
            Answer answer = new Reading(index, new Columns()).answer(query, SheetExamples.EVERYTHING);
            return SearchPages.page(query, answer, gazetteer(), "A. Person");
        } finally {
            index.close();
        }
    }

    private static List<String> units(SearchPage page) {
        return page.facets().stream()
                .filter(facet -> facet.dimension().equals("search.by.unit"))
                .flatMap(facet -> facet.options().stream())
                .map(option -> option.depth() + " " + option.label())
                .toList();
    }

    @Test
    void the_unit_tree_opens_one_level_at_a_time() throws IOException {
        assertThat(units(page(Map.of()))).containsExactlyInAnyOrder("0 The police", "0 The army");
    }

    @Test
    void below_a_chosen_unit_stand_its_own_units_and_above_it_the_way_back() throws IOException {
        SearchPage page = page(Map.of("unit", List.of("police/D1")));
        assertThat(units(page)).startsWith("0 The police", "1 Division 1").hasSizeGreaterThan(2);
        assertThat(units(page).subList(2, units(page).size())).allMatch(unit -> unit.startsWith("2 Station 1"));
    }

    @Test
    void a_chip_takes_its_own_narrowing_away_and_keeps_the_others() throws IOException {
        SearchPage page = page(Map.of("unit", List.of("police/D1"), "stage", List.of("CLOSED")));
        assertThat(page.chips()).hasSize(2);
        assertThat(page.chips().get(0).without()).isEqualTo("/desk/search?q=market+%26+%22road%22&stage=CLOSED");
        assertThat(page.kept()).contains(new SearchPage.Kept("unit", "police/D1"));
    }
}
