package redress.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import redress.time.Span;

/** In which unit an officer served who moved from one to another on the first of June. */
class PostingAtTest {

    private static final LocalDate MOVED = LocalDate.of(2024, 6, 1);
    private static final long BEFORE = 10;
    private static final long AFTER = 11;
    private static final Roster.Officer OFFICER = new Roster.Officer(
            1,
            null,
            List.of(
                    new Roster.Posting(AFTER, "B", MOVED, null),
                    new Roster.Posting(BEFORE, "A", null, MOVED.minusDays(1))));

    private static @Nullable Long unit(String day, String precision) {
        Span then = Span.of(LocalDate.parse(day), precision);
        return then == null ? null : OFFICER.unitAt(then);
    }

    @Test
    void a_day_has_the_unit_of_that_day() {
        assertThat(unit("2024-05-31", "DAY")).isEqualTo(BEFORE);
        assertThat(unit("2024-06-01", "DAY")).isEqualTo(AFTER);
    }

    @Test
    void a_month_has_a_unit_where_nobody_moved_in_it() {
        assertThat(unit("2024-05-01", "MONTH")).isEqualTo(BEFORE);
        assertThat(unit("2024-06-01", "MONTH")).isEqualTo(AFTER);
    }

    @Test
    void the_year_of_the_move_has_none_and_the_years_around_it_have() {
        assertThat(unit("2024-01-01", "YEAR")).isNull();
        assertThat(unit("2023-01-01", "YEAR")).isEqualTo(BEFORE);
        assertThat(unit("2025-01-01", "YEAR")).isEqualTo(AFTER);
    }

    @Test
    void near_the_day_of_the_move_there_is_none() {
        assertThat(unit("2024-06-03", "ABOUT")).isNull();
        assertThat(unit("2024-06-16", "ABOUT")).isEqualTo(AFTER);
        assertThat(unit("2024-06-03", "UNKNOWN")).isNull();
    }

    @Test
    void whoever_goes_on_in_the_same_unit_in_another_row_was_there_all_the_time() {
        Roster.Officer promoted = new Roster.Officer(
                1,
                null,
                List.of(
                        new Roster.Posting(BEFORE, "A", MOVED, null),
                        new Roster.Posting(BEFORE, "A", null, MOVED.minusDays(1))));
        assertThat(promoted.unitAt(new Span(MOVED.minusDays(9), MOVED.plusDays(9))))
                .isEqualTo(BEFORE);
        Roster.Officer lent = new Roster.Officer(
                1,
                null,
                List.of(
                        new Roster.Posting(BEFORE, "A", MOVED, null),
                        new Roster.Posting(AFTER, "B", MOVED.minusDays(4), MOVED.minusDays(2)),
                        new Roster.Posting(BEFORE, "A", null, MOVED.minusDays(1))));
        assertThat(lent.unitAt(new Span(MOVED.minusDays(9), MOVED.plusDays(9)))).isNull();
        assertThat(lent.unitAt(new Span(MOVED.minusDays(1), MOVED.plusDays(9)))).isEqualTo(BEFORE);
    }
}
