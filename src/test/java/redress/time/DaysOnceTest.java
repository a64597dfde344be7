package redress.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DaysOnceTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 1, 31);

    private final DaysOnce days = new DaysOnce(FIRST, LAST);

    @Test
    void both_ends_are_taken_and_nothing_outside() {
        assertThat(days.take(FIRST, FIRST)).isEqualTo(1);
        assertThat(days.take(LAST, LAST.plusYears(1))).isEqualTo(1);
        assertThat(days.take(FIRST.minusYears(1), FIRST.minusDays(1))).isZero();
        assertThat(days.take(LAST.plusDays(1), LAST.plusDays(9))).isZero();
        assertThat(days.take(LocalDate.MIN, LocalDate.MAX)).isEqualTo(29);
    }

    @Test
    void what_was_taken_before_is_not_taken_again() {
        assertThat(days.take(FIRST.plusDays(5), FIRST.plusDays(9))).isEqualTo(5);
        assertThat(days.take(FIRST.plusDays(5), FIRST.plusDays(9))).isZero();
        assertThat(days.take(FIRST.plusDays(8), FIRST.plusDays(12))).isEqualTo(3);
        assertThat(days.take(FIRST, LAST)).isEqualTo(23);
    }

    @Test
    void a_time_that_ends_before_it_begins_has_no_day() {
        assertThat(days.take(LAST, FIRST)).isZero();
        assertThat(new DaysOnce(LAST, FIRST).take(FIRST, LAST)).isZero();
    }
}
