package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands in the lists that narrow a search, and in which order. */
class FacetListTest {

    /** So many values that no list shows them all at once. */
    private static final int MANY = 40;

    private static final Gazetteer GAZETTEER = gazetteer();

    private static SearchPage.Facet list(
            Dimension dimension, List<Answer.Count> counts, Map<String, List<String>> asked) {
        Answer answer =
                new Answer(9, List.of(), Map.of(dimension, counts), List.of(), null, null, false, false, List.of());
        return lists(answer, asked).stream()
                .filter(facet -> facet.dimension().equals("search.by." + dimension.word()))
                .findFirst()
                .orElseThrow();
    }

    private static List<SearchPage.Facet> lists(Answer answer, Map<String, List<String>> asked) {
        return new FacetList(new Asking(GAZETTEER, asked).query("", null, 20), answer, GAZETTEER).facets();
    }

    /** Two services with many stations each and nothing between. */
    private static Gazetteer gazetteer() {
        Map<String, Gazetteer.Unit> units = new HashMap<>();
        for (String service : List.of("army", "police")) {
            units.put(service, new Gazetteer.Unit(service, null, "The " + service));
            for (int i = 0; i < MANY; i++) {
                String station = service + "/S" + i;
                units.put(station, new Gazetteer.Unit(station, service, service + " station " + i));
            }
        }
        return new Gazetteer(Map.of(), units, Map.of(), Map.of(), Map.of());
    }

    /** The largest first, as an answer has them. */
    private static List<Answer.Count> counts(Stream<String> values) {
        List<String> names = new ArrayList<>(values.toList());
        Collections.shuffle(names, new Random(3));
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Answer.Count(names.get(i), 100 - i))
                .toList();
    }

    private static List<Answer.Count> years() {
        return counts(IntStream.range(1980, 1980 + MANY).mapToObj(Integer::toString));
    }

    private static List<String> labels(List<SearchPage.Option> options) {
        return options.stream().map(SearchPage.Option::label).toList();
    }

    private static List<SearchPage.Option> all(SearchPage.Facet list) {
        return Stream.concat(list.options().stream(), list.more().stream()).toList();
    }

    @Test
    void a_long_list_shows_its_largest_values_and_folds_the_others_behind_them() {
        List<Answer.Count> hours = counts(IntStream.range(0, 24).mapToObj(hour -> String.format("%02d", hour)));
        SearchPage.Facet list = list(Dimension.HOUR, hours, Map.of());
        assertThat(list.options()).hasSize(8);
        assertThat(all(list)).hasSize(24);
        assertThat(labels(all(list))).doesNotHaveDuplicates();
        assertThat(all(list))
                .isSortedAccordingTo(
                        Comparator.comparingLong(SearchPage.Option::count).reversed());
        assertThat(list.cut()).isFalse();
    }

    @Test
    void a_short_list_with_an_order_of_its_own_keeps_it_and_is_not_folded() {
        List<Answer.Count> days = counts(IntStream.rangeClosed(1, 7).mapToObj(Integer::toString));
        SearchPage.Facet list = list(Dimension.WEEKDAY, days, Map.of());
        assertThat(labels(list.options()))
                .startsWith("search.weekday.1", "search.weekday.2")
                .hasSize(7);
        assertThat(labels(list.options())).isSorted();
        assertThat(list.more()).isEmpty();
    }

    @Test
    void nothing_is_folded_to_spare_two_lines() {
        assertThat(list(Dimension.REGISTER, counts(IntStream.range(0, 10).mapToObj(i -> "R" + i)), Map.of())
                        .more())
                .isEmpty();
        assertThat(list(Dimension.REGISTER, counts(IntStream.range(0, 11).mapToObj(i -> "R" + i)), Map.of())
                        .more())
                .hasSize(3);
    }

    @Test
    void years_come_from_the_latest_and_a_list_that_is_cut_says_so() {
        SearchPage.Facet list = list(Dimension.YEAR, years(), Map.of());
        assertThat(labels(list.options())).startsWith("2019", "2018").endsWith("2012");
        assertThat(labels(list.more())).startsWith("2011").endsWith("1990");
        assertThat(list.cut()).isTrue();
    }

    @Test
    void what_is_chosen_is_never_behind_a_fold_nor_cut_away() {
        SearchPage.Facet list = list(Dimension.YEAR, years(), Map.of("year", List.of("2000", "1980")));
        assertThat(labels(list.options())).endsWith("2012", "2000", "1980");
        assertThat(labels(list.more())).doesNotContain("2000", "1980");
        assertThat(list.chosen()).isEqualTo(2);
    }

    @Test
    void what_was_chosen_in_vain_stands_in_its_list_all_the_same() {
        SearchPage.Facet list =
                list(Dimension.STAGE, List.of(new Answer.Count("RECEIVED", 4)), Map.of("stage", List.of("CLOSED")));
        assertThat(list.options())
                .extracting(SearchPage.Option::label, SearchPage.Option::count, SearchPage.Option::chosen)
                .containsExactly(tuple("desk.stage.RECEIVED", 4L, false), tuple("desk.stage.CLOSED", 0L, true));
        assertThat(list.open()).isTrue();
    }

    @Test
    void a_value_that_there_is_not_stands_in_its_list_as_it_was_typed() {
        SearchPage.Facet list =
                list(Dimension.STAGE, List.of(new Answer.Count("RECEIVED", 4)), Map.of("stage", List.of("closed")));
        assertThat(labels(list.options())).containsExactly("desk.stage.RECEIVED", "closed");
    }

    @Test
    void below_a_chosen_unit_its_largest_units_are_seen_and_others_are_folded() {
        List<Answer.Count> units = Stream.concat(
                        Stream.of(new Answer.Count("police", 500)),
                        counts(IntStream.range(0, MANY).mapToObj(i -> "police/S" + i)).stream())
                .toList();
        SearchPage.Facet list = list(Dimension.UNIT, units, Map.of("unit", List.of("police")));
        assertThat(labels(list.options())).startsWith("The police").hasSize(9);
        assertThat(list.more()).hasSize(22).allMatch(option -> option.depth() == 1);
        assertThat(all(list))
                .isSortedAccordingTo(
                        Comparator.comparingLong(SearchPage.Option::count).reversed());
        assertThat(list.cut()).isTrue();
    }

    @Test
    void of_two_chosen_branches_nothing_is_folded_where_it_could_not_be_told_to_which_it_belongs() {
        List<Answer.Count> units = Stream.concat(
                        Stream.of(new Answer.Count("army", 500), new Answer.Count("police", 500)),
                        counts(Stream.of("army", "police")
                                        .flatMap(service ->
                                                IntStream.range(0, MANY).mapToObj(i -> service + "/S" + i)))
                                .stream())
                .toList();
        SearchPage.Facet list = list(Dimension.UNIT, units, Map.of("unit", List.of("army", "police")));
        assertThat(list.options()).hasSize(18);
        assertThat(list.more()).isEmpty();
        assertThat(list.cut()).isTrue();
    }

    @Test
    void the_lists_that_people_use_most_stand_first() {
        List<Answer.Count> one = List.of(new Answer.Count("1", 1));
        Map<Dimension, List<Answer.Count>> counts = new HashMap<>();
        Dimension.all().stream().filter(Dimension::listed).forEach(dimension -> counts.put(dimension, one));
        counts.put(Dimension.UNIT, List.of(new Answer.Count("police", 1)));
        List<SearchPage.Facet> lists =
                lists(new Answer(1, List.of(), counts, List.of(), null, null, false, false, List.of()), Map.of());
        assertThat(lists)
                .extracting(SearchPage.Facet::dimension)
                .startsWith("search.by.unit", "search.by.category", "search.by.year", "search.by.group");
        assertThat(lists.stream().filter(SearchPage.Facet::open)).hasSize(3);
    }
}
