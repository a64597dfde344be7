package redress.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DescriptionTest {

    @Test
    void finds_numbers_of_vehicles_as_far_as_they_could_be_read() {
        assertThat(Description.vehicles("White pickup, plate LB-4471, later a jeep A12-K-345."))
                .containsExactly("LB-4471", "A12-K-345");
        assertThat(Description.vehicles("the number ended with …47")).containsExactly("…47");
        assertThat(Description.vehicles("A-4?7 on the door, and again A-4?7")).containsExactly("A-4?7");
        assertThat(Description.vehicles("бијели комби А12-К-345")).containsExactly("А12-К-345");
    }

    @Test
    void takes_no_time_height_age_or_year_for_a_plate() {
        assertThat(Description.vehicles("about 30, 180cm tall, at 22:30, in 2019, a 40s hat, 2 stripes"))
                .isEmpty();
    }

    @Test
    void gives_the_words_of_a_description_without_marks_and_short_ones() {
        assertThat(Description.words("Mladi muškarac u šarenoj uniformi", List.of()))
                .contains("muskarac", "sarenoj");
        assertThat(Description.words("a man in an old cap", List.of())).containsExactlyInAnyOrder("man", "old", "cap");
    }

    @Test
    void counts_a_number_of_a_vehicle_once_and_not_among_the_words_as_well() {
        String description = "White pickup, plate LB-4471, later a jeep А12-К-345 with a number A-4?7.";
        assertThat(Description.vehicles(description)).containsExactly("LB-4471", "А12-К-345", "A-4?7");
        assertThat(Description.words("The jeep lb-4471 came.", Description.vehicles(description)))
                .containsExactlyInAnyOrder("the", "jeep", "came");
        assertThat(Description.words(description, Description.vehicles(description)))
                .containsExactlyInAnyOrder("white", "pickup", "plate", "later", "jeep", "with", "number");
    }
}
