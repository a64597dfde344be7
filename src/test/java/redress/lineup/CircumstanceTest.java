package redress.lineup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CircumstanceTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 3);
    private static final Officer OFFICER = new Officer(1, "police", "Police", "S1", "Foday Kamara", null, null);
    private static final List<Roster.Posting> POSTINGS = List.of(
            new Roster.Posting(10, "police/A", "Post A", null, LocalDate.of(2024, 5, 2)),
            new Roster.Posting(11, "police/B", "Post B", LocalDate.of(2024, 5, 3), null));

    @Test
    void the_unit_that_counts_is_the_one_of_the_day_of_the_incident() {
        assertThat(of(DAY, null, null).then(POSTINGS)).map(Roster.Posting::name).contains("Post B");
        assertThat(of(DAY.minusDays(1), null, null).then(POSTINGS))
                .map(Roster.Posting::name)
                .contains("Post A");
        assertThat(of(null, null, null).then(POSTINGS)).isEmpty();
    }

    @Test
    void whoever_served_there_that_day_is_worth_more_than_others_of_the_service_and_these_more_than_another_one() {
        double there = of(DAY, 11L, "police").worth(OFFICER, POSTINGS);
        double elsewhere = of(DAY, 10L, "police").worth(OFFICER, POSTINGS);
        double another = of(DAY, 11L, "army").worth(OFFICER, POSTINGS);
        assertThat(there).isEqualTo(1).isGreaterThan(elsewhere);
        assertThat(elsewhere).isGreaterThan(another);
    }

    @Test
    void where_nothing_is_known_of_the_place_nobody_is_worth_less() {
        assertThat(Circumstance.NONE.worth(OFFICER, List.of())).isEqualTo(1);
    }

    private static Circumstance of(@Nullable LocalDate day, @Nullable Long unit, @Nullable String institution) {
        return new Circumstance(day, unit, institution);
    }
}
