package redress.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    private static final LocalDate MARCH = LocalDate.of(2024, 3, 1);

    @ParameterizedTest
    @CsvSource({
        "2024-02-05, DAY, 2024-02-05, 2024-02-05",
        "2024-02-01, MONTH, 2024-02-01, 2024-02-29",
        "2024-02-05, MONTH, 2024-02-01, 2024-02-29",
        "2024-01-01, YEAR, 2024-01-01, 2024-12-31",
        "2024-03-01, ABOUT, 2024-02-15, 2024-03-16",
    })
    void a_date_means_the_days_that_its_precision_leaves_open(
            LocalDate on, String precision, LocalDate first, LocalDate last) {
        assertThat(Span.of(on, precision)).isEqualTo(new Span(first, last));
    }

    @Test
    void without_a_date_or_without_knowing_how_sure_it_is_there_are_no_such_days() {
        assertThat(Span.of(null, "DAY")).isNull();
        assertThat(Span.of(MARCH, "UNKNOWN")).isNull();
        assertThat(Span.of(MARCH, null)).isNull();
    }

    @Test
    void whatever_ends_within_these_days_touches_them_and_does_not_hold_all_of_them() {
        Span march = new Span(MARCH, MARCH.plusDays(30));
        assertThat(march.liesIn(MARCH, MARCH.plusDays(30))).isTrue();
        assertThat(march.liesIn(null, null)).isTrue();
        assertThat(march.liesIn(MARCH.plusDays(1), null)).isFalse();
        assertThat(march.liesIn(null, MARCH.plusDays(29))).isFalse();
        assertThat(march.touches(null, MARCH)).isTrue();
        assertThat(march.touches(MARCH.plusDays(30), null)).isTrue();
        assertThat(march.touches(null, MARCH.minusDays(1))).isFalse();
        assertThat(march.touches(MARCH.plusDays(31), null)).isFalse();
    }

    private record Time(@Nullable LocalDate from, @Nullable LocalDate to) {}

    private static boolean liesInSome(Time... times) {
        return new Span(MARCH, MARCH.plusDays(30)).liesInSome(List.of(times), Time::from, Time::to);
    }

    @Test
    void days_lie_in_times_that_follow_one_another_in_whatever_order_and_not_where_one_day_is_left_out() {
        LocalDate tenth = MARCH.plusDays(9);
        assertThat(liesInSome(new Time(tenth.plusDays(1), null), new Time(null, tenth)))
                .isTrue();
        assertThat(liesInSome(new Time(MARCH, tenth), new Time(MARCH.plusDays(4), MARCH.plusDays(30))))
                .isTrue();
        assertThat(liesInSome(new Time(null, tenth), new Time(tenth.plusDays(2), null)))
                .isFalse();
        assertThat(liesInSome(new Time(null, tenth), new Time(null, tenth))).isFalse();
        assertThat(liesInSome()).isFalse();
    }

    @Test
    void all_of_its_days_are_told_in_their_order() {
        assertThat(new Span(MARCH, MARCH.plusDays(2)).days())
                .containsExactly(MARCH, MARCH.plusDays(1), MARCH.plusDays(2));
    }
}
