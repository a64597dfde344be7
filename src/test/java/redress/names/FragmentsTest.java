package redress.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FragmentsTest {

    @ParameterizedTest
    @CsvSource({
        "…47, A-4147, ENDS",
        "...47, A-4147, ENDS",
        "A-41…, A-4147, BEGINS",
        "…14…, A-4147, INSIDE",
        "A-4?47, A-4147, UNKNOWN_SIGNS",
        "a 41 47, A-4147, SAME_NUMBER",
        "А-4147, A-4147, SAME_NUMBER",
        "47, A-4147, ENDS",
        "14, A-4147, INSIDE",
        "47 A, A-4147, OTHER_GROUPS",
        "A-4l47, A-4147, LOOKS_ALIKE",
        "A-4O47, A-4047, LOOKS_ALIKE",
        "A-4197, A-4147, ONE_SIGN",
        "A-1447, A-4147, ONE_SIGN",
        "…47, A-4?47, ENDS",
        "A12-К-345, A12-K-345, SAME_NUMBER",
    })
    void says_how_a_fragment_fits_a_number(String fragment, String number, Reason.Kind kind) {
        assertThat(Fragments.compare(fragment, number))
                .hasValueSatisfying(match ->
                        assertThat(match.reasons()).extracting(Reason::kind).containsExactly(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "…47, A-4127",
        "A-41…, A-4247",
        "A-4?7, A-4147",
        "…47, …48",
        "A-4?7, B-417",
        "7, A-4147",
        "47 B, A-4147",
        "B-5239, A-4147",
        "???, A-4147",
        "'', A-4147",
    })
    void proposes_nothing_where_what_was_read_differs(String fragment, String number) {
        assertThat(Fragments.compare(fragment, number)).isEmpty();
    }

    @Test
    void scores_more_signs_and_a_known_place_higher() {
        assertThat(score("A-4147", "A-4147")).isEqualTo(1);
        assertThat(score("A-4?47", "A-4147")).isGreaterThan(score("…147", "A-4147"));
        assertThat(score("…147", "A-4147")).isGreaterThan(score("…47", "A-4147"));
        assertThat(score("…47", "A-4147")).isGreaterThan(score("47", "A-4147"));
        assertThat(score("47", "A-4147")).isGreaterThan(score("14", "A-4147"));
    }

    @Test
    void finds_by_its_keys_every_number_that_a_fragment_of_two_signs_is_cut_from() {
        Random random = new Random(20261123);
        for (int round = 0; round < 2_000; round++) {
            String number = "%c-%04d".formatted('A' + random.nextInt(26), random.nextInt(10_000));
            String signs = number.replace("-", "");
            int from = random.nextInt(signs.length() - 1);
            int to = from + 2 + random.nextInt(signs.length() - from - 1);
            String fragment = "…" + signs.substring(from, to) + "…";
            assertThat(Fragments.keys(number)).as(fragment).containsAnyElementsOf(Fragments.keys(fragment));
            assertThat(Fragments.compare(fragment, number))
                    .as(fragment + " of " + number)
                    .isPresent();
        }
    }

    @Test
    void answers_hostile_fragments() {
        assertThat(Fragments.compare("*?".repeat(10_000), "A".repeat(10_000))).isEmpty();
        assertThat(Fragments.keys("*".repeat(1_000))).isEmpty();
    }

    private static double score(String fragment, String number) {
        Optional<Match> match = Fragments.compare(fragment, number);
        return match.orElseThrow().score();
    }
}
