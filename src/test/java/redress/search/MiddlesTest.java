package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MiddlesTest {

    private static final Offset<Double> NEARLY = Offset.offset(1e-9);

    private static Gazetteer.Place place(String key, @Nullable String parent, Gazetteer.@Nullable Spot spot) {
        return new Gazetteer.Place(key, parent, "Name of " + key, spot);
    }

    private static Middles of(Gazetteer.Place... places) {
        Map<String, Gazetteer.Place> byKey =
                List.of(places).stream().collect(Collectors.toMap(Gazetteer.Place::key, Function.identity()));
        return new Middles(new Gazetteer(Map.of(), Map.of(), Map.of(), byKey, Map.of()));
    }

    private static Gazetteer.Spot spot(double latitude, double longitude) {
        return new Gazetteer.Spot(latitude, longitude);
    }

    @Test
    void a_narrow_area_without_a_point_lies_in_the_middle_of_the_points_inside_it_and_so_does_what_is_in_it() {
        Middles middles = of(
                place("district", null, null),
                place("chiefdom", "district", null),
                place("town", "chiefdom", spot(8.1, -13.0)),
                place("village", "district", spot(8.3, -13.2)),
                place("hamlet", "chiefdom", null),
                place("alone", "district", null));
        assertThat(middles.pointOf("district")).hasValueSatisfying(middle -> {
            assertThat(middle.latitude()).isEqualTo(8.2, NEARLY);
            assertThat(middle.longitude()).isEqualTo(-13.1, NEARLY);
        });
        assertThat(middles.pointOf("alone")).isEqualTo(middles.pointOf("district"));
        assertThat(middles.pointOf("chiefdom")).contains(spot(8.1, -13.0));
        assertThat(middles.pointOf("hamlet")).contains(spot(8.1, -13.0));
        assertThat(middles.pointOf("village")).contains(spot(8.3, -13.2));
        assertThat(middles.pointOf("nowhere")).isEmpty();
    }

    @Test
    void an_area_with_points_far_from_each_other_has_no_middle_and_one_with_a_point_of_its_own_needs_none() {
        Middles wide = of(
                place("province", null, null),
                place("north", "province", spot(9.0, -12.0)),
                place("south", "province", spot(8.4, -12.0)));
        assertThat(wide.pointOf("province")).isEmpty();
        Middles seat = of(
                place("county", null, spot(6.3, -10.8)),
                place("district", "county", null),
                place("town", "district", spot(6.5, -10.9)));
        assertThat(seat.pointOf("district")).contains(spot(6.3, -10.8));
    }

    /** To look through all places for each area took nine minutes here. */
    @Test
    @Timeout(60)
    void a_country_of_forty_thousand_places_without_points_is_no_more_work_for_each_than_a_small_one() {
        int villages = 40_000;
        Gazetteer.Place[] places = Stream.concat(
                        Stream.of(place("country", null, null), place("seat", "district-7", spot(8.1, -13.0))),
                        IntStream.range(0, villages)
                                .mapToObj(i -> i < 200
                                        ? place("district-" + i, "country", null)
                                        : place("village-" + i, "district-" + i % 200, null)))
                .toArray(Gazetteer.Place[]::new);
        Middles middles = of(places);
        List<Gazetteer.Spot> found = IntStream.range(200, villages)
                .mapToObj(i -> middles.pointOf("village-" + i))
                .flatMap(Optional::stream)
                .toList();
        assertThat(found)
                .as("the only point of the country")
                .hasSize(villages - 200)
                .containsOnly(spot(8.1, -13.0));
    }
}
