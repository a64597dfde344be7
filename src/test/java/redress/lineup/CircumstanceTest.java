package redress.lineup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redress.time.Span;

class CircumstanceTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 3);
    private static final Officer OFFICER = new Officer(1, "police", "Police", "S1", "Foday Kamara", null, null);
    private static final List<Roster.Posting> POSTINGS = List.of(
            new Roster.Posting(10, "police/A", "Post A", null, LocalDate.of(2024, 5, 2)),
            new Roster.Posting(11, "police/B", "Post B", LocalDate.of(2024, 5, 3), null));

    @Test
    void the_unit_that_counts_is_the_one_of_the_day_of_the_incident() {
        assertThat(of(DAY, null, null).served(POSTINGS))
                .map(Roster.Posting::name)
                .contains("Post B");
        assertThat(of(DAY.minusDays(1), null, null).served(POSTINGS))
                .map(Roster.Posting::name)
                .contains("Post A");
        assertThat(of(null, null, null).served(POSTINGS)).isEmpty();
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

    @ParameterizedTest
    @CsvSource({"2024-05-01, MONTH", "2024-01-01, YEAR", "2024-05-10, ABOUT"})
    void the_unit_is_not_known_where_somebody_moved_on_one_of_the_days_on_which_it_may_have_been(
            LocalDate on, String precision) {
        Circumstance moved = new Circumstance(Span.of(on, precision), 10L, "police");
        assertThat(moved.served(POSTINGS)).isEmpty();
        assertThat(moved.there(POSTINGS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2024-04-01, MONTH, Post A", "2023-01-01, YEAR, Post A", "2025-01-01, YEAR, Post B"})
    void the_unit_of_a_month_or_year_is_that_of_the_posting_that_lasted_through_all_of_it(
            LocalDate on, String precision, String unit) {
        assertThat(new Circumstance(Span.of(on, precision), null, null).served(POSTINGS))
                .map(Roster.Posting::name)
                .contains(unit);
    }

    @Test
    void the_unit_is_not_known_either_where_a_second_posting_began_within_the_month() {
        List<Roster.Posting> both = List.of(
                new Roster.Posting(10, "police/A", "Post A", null, null),
                new Roster.Posting(11, "police/B", "Post B", DAY, DAY.plusDays(3)));
        assertThat(new Circumstance(Span.of(DAY, "MONTH"), null, null).served(both))
                .isEmpty();
    }

    @Test
    void whoever_goes_on_in_the_same_unit_in_another_row_is_known_to_have_served_there_on_all_of_the_days() {
        List<Roster.Posting> rows = List.of(
                new Roster.Posting(11, "police/B", "Post B", null, DAY),
                new Roster.Posting(11, "police/B", "Post B", DAY.plusDays(1), null));
        Circumstance may = new Circumstance(Span.of(DAY, "MONTH"), 11L, "police");
        assertThat(may.served(rows)).map(Roster.Posting::name).contains("Post B");
        assertThat(may.there(rows)).isTrue();
    }

    private static Circumstance of(@Nullable LocalDate day, @Nullable Long unit, @Nullable String institution) {
        return new Circumstance(Span.of(day, "DAY"), unit, institution);
    }
}
